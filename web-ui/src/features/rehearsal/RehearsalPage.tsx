import { Button, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBroadcast, IconCircleCheck, IconClock, IconExternalLink, IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState, Mono, PageHeader, Pill } from '@/components';
import { useMay } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { PHONE } from '@/lib/media';
import { useQueryWords } from '@/lib/navigation';
import { Absent } from './Absent';
import { Counters } from './Counters';
import { Inbox } from './Inbox';
import { ALL, SIMULATOR, type Simulator } from './queries';
import { reachable } from './states';

/** The simulator's phones: what a rehearsal sends is read here, and reaches nobody. */
export default function RehearsalPage() {
  const { t } = useTranslation('rehearsal');
  const simulator = useQuery(SIMULATOR);
  const now = simulator.data;
  useEvents('runs', [ALL]);
  useEvents('senders', [ALL], now?.senderId ?? undefined);
  return (
    <>
      <PageHeader
        title={t('title')}
        pill={now && <Up state={now.state} />}
        meta={
          now?.state === 'up' && (
            <>
              <Mono>{`${now.smppHost}:${now.smppPort}`}</Mono> · {t('nobody')}
            </>
          )
        }
        actions={now?.state === 'up' && <Actions simulator={now} />}
      />
      {simulator.isError && !now && <ErrorState error={simulator.error} retry={() => void simulator.refetch()} />}
      {simulator.isPending && <Skeleton height={320} radius="md" />}
      {now && (now.state === 'up' && now.senderId ? <Running simulator={now} /> : <Absent simulator={now} />)}
    </>
  );
}

function Running({ simulator }: { simulator: Simulator }) {
  const narrow = useMediaQuery(PHONE) ?? false;
  const [words] = useQueryWords();
  // On a narrow screen a phone has it to itself.
  const counters = !(narrow && words['phone']);
  return (
    <>
      {counters && simulator.statistics && <Counters figures={simulator.statistics} />}
      <Inbox senderId={simulator.senderId ?? ''} />
    </>
  );
}

function Up({ state }: { state: Simulator['state'] }) {
  const { t } = useTranslation('rehearsal');
  if (state === 'up') {
    return (
      <Pill meaning="green" icon={IconCircleCheck}>
        {t('state.up')}
      </Pill>
    );
  }
  return (
    <Pill meaning="gray" icon={state === 'starting' ? IconClock : IconPlugConnected}>
      {t(`state.${state}`)}
    </Pill>
  );
}

function Actions({ simulator }: { simulator: Simulator }) {
  const { t } = useTranslation('rehearsal');
  const may = useMay();
  const narrow = useMediaQuery(PHONE) ?? false;
  return (
    <>
      {!narrow && reachable(simulator.web, location.hostname) && (
        <Button
          component="a"
          href={simulator.web}
          target="_blank"
          rel="noreferrer noopener"
          leftSection={<IconExternalLink size={16} aria-hidden />}
        >
          {t('ownPage')}
        </Button>
      )}
      {simulator.senderId && may('senders:read') && (
        <Button
          component={Link}
          to={`/senders/${simulator.senderId}`}
          leftSection={<IconBroadcast size={16} aria-hidden />}
        >
          {t('sender')}
        </Button>
      )}
    </>
  );
}
