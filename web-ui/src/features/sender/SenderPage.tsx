import { Button, Menu, Skeleton, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDots, IconDroplet, IconMessage, IconPlayerPause, IconPlayerPlay, IconTestPipe } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, Mono, PageHeader, Pill, senderState, StatePill } from '@/components';
import { useMay } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { PHONE } from '@/lib/media';
import { useParam, useQueryWords } from '@/lib/navigation';
import { DeleteDialog } from './DeleteDialog';
import { DrainDialog } from './DrainDialog';
import type { Sender } from './draft';
import { LivePanel } from './LivePanel';
import { PricesTab } from './PricesTab';
import { GATEWAYS, senderOf, stateOf, type State } from './queries';
import classes from './sender.module.css';
import { SenderForm } from './SenderForm';
import { TestMessageDialog } from './TestMessageDialog';
import { useDuty } from './useDuty';

/** One sender: what it does now, and its settings. */
export default function SenderPage() {
  const id = useParam('id');
  const sender = useQuery(senderOf(id));
  const state = useQuery(stateOf(id));
  useEvents('senders', [senderOf(id).queryKey], id);
  if (sender.isError && !sender.data) {
    return <ErrorState order={1} error={sender.error} retry={() => void sender.refetch()} />;
  }
  if (!sender.data) return <Skeleton height={36} width={240} radius="sm" />;
  return <Loaded sender={sender.data} state={state} key={id} />;
}

type StateQuery = ReturnType<typeof useQuery<Awaited<ReturnType<NonNullable<ReturnType<typeof stateOf>['queryFn']>>>>>;

function Loaded({
  sender,
  state,
}: {
  sender: Sender;
  state: Pick<StateQuery, 'data' | 'isPending' | 'isError' | 'error' | 'refetch'>;
}) {
  const { t } = useTranslation('sender');
  const may = useMay();
  const [words, setWords] = useQueryWords();
  // Who may not see the plugins sees no form either: what its fields are called is said by them.
  const form = may('plugins:read');
  const tabs = ['now', 'prices', ...(form ? ['settings'] : [])] as const;
  const tab = tabs.find((name) => name === words['tab']) ?? 'now';
  return (
    <>
      <PageHeader
        title={sender.name}
        pill={
          <>
            {sender.rehearsal && (
              <Pill meaning="violet" icon={IconTestPipe}>
                {t('rehearsal')}
              </Pill>
            )}
            {state.data && (
              <StatePill
                kind="sender"
                state={senderState({ ...state.data, paused: sender.paused, drained: sender.drained })}
              />
            )}
          </>
        }
        meta={<Mono>{sender.gateway}</Mono>}
        foot
        actions={may('senders:write') && <Actions sender={sender} state={state.data} />}
      />
      <Tabs value={tab} onChange={(next) => setWords({ tab: next && next !== 'now' ? next : undefined })}>
        <Tabs.List mb="lg">
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`page.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="now">
          {state.isError && !state.data && <ErrorState error={state.error} retry={() => void state.refetch()} />}
          {state.isPending && <Skeleton height={240} radius="md" />}
          {state.data && <LivePanel sender={sender} state={state.data} />}
        </Tabs.Panel>
        <Tabs.Panel value="prices">{tab === 'prices' && <PricesTab senderId={sender.id} />}</Tabs.Panel>
        {form && (
          <Tabs.Panel value="settings">
            <Settings sender={sender} />
          </Tabs.Panel>
        )}
      </Tabs>
    </>
  );
}

function Settings({ sender }: { sender: Sender }) {
  const gateways = useQuery(GATEWAYS);
  if (gateways.isError && !gateways.data) {
    return <ErrorState error={gateways.error} retry={() => void gateways.refetch()} />;
  }
  if (!gateways.data) return <Skeleton height={200} radius="md" />;
  return <SenderForm gateways={gateways.data.items} sender={sender} onSaved={() => undefined} />;
}

function Actions({ sender, state }: { sender: Sender; state: State | undefined }) {
  const { t } = useTranslation('sender');
  const duty = useDuty();
  const phone = useMediaQuery(PHONE) ?? false;
  const [open, setOpen] = useState<'delete' | 'drain' | 'test'>();
  const close = () => setOpen(undefined);
  const goesOn = sender.paused || sender.draining;
  const mayDrain = !sender.draining && !(sender.drained && (state?.queue?.due ?? 0) === 0);
  return (
    <>
      {phone ? (
        <Menu position="top-start">
          <Menu.Target>
            <Button aria-label={t('page.more')} className={classes.dots}>
              <IconDots size={18} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {mayDrain && <Menu.Item onClick={() => setOpen('drain')}>{t('page.drain')}</Menu.Item>}
            <Menu.Item c="var(--pr-red-t)" onClick={() => setOpen('delete')}>
              {t('page.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Button c="var(--pr-red-t)" onClick={() => setOpen('delete')}>
          {t('page.delete')}
        </Button>
      )}
      {!phone && mayDrain && (
        <Button leftSection={<IconDroplet size={16} aria-hidden />} onClick={() => setOpen('drain')}>
          {t('page.drain')}
        </Button>
      )}
      {goesOn && (
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={duty.isPending}
          onClick={() => duty.mutate({ sender, command: 'resume' })}
        >
          {t('page.resume')}
        </Button>
      )}
      {!sender.paused && (
        <Button
          leftSection={<IconPlayerPause size={16} aria-hidden />}
          loading={duty.isPending}
          onClick={() => duty.mutate({ sender, command: 'pause' })}
        >
          {t('page.pause')}
        </Button>
      )}
      <Button leftSection={<IconMessage size={16} aria-hidden />} onClick={() => setOpen('test')}>
        {t('test.open')}
      </Button>
      <TestMessageDialog sender={sender} state={state} opened={open === 'test'} close={close} />
      <DrainDialog sender={sender} state={state} opened={open === 'drain'} close={close} />
      <DeleteDialog sender={sender} state={state} opened={open === 'delete'} close={close} />
    </>
  );
}
