import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBroadcast, IconPlayerPause, IconPlayerPlay, IconPlus, IconTestPipe } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, Mono, PageHeader, Pill, senderState, StatePill, type Column } from '@/components';
import { useMay } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';
import { PHONE } from '@/lib/media';
import { LIST, loadRows, type Row } from './queries';
import classes from './sender.module.css';
import { SimulatorButton } from './SimulatorButton';
import { useDuty } from './useDuty';

function Name({ sender }: { sender: Row }) {
  const { t } = useTranslation('sender');
  return (
    <span className={classes.name}>
      <bdi className="pr-long">{sender.name}</bdi>
      {sender.rehearsal && (
        <Pill meaning="violet" icon={IconTestPipe}>
          {t('rehearsal')}
        </Pill>
      )}
    </span>
  );
}

/** How it is; why in words where it is not well. */
function Health({ sender }: { sender: Row }) {
  const { t } = useTranslation('sender');
  const phone = useMediaQuery(PHONE) ?? false;
  if (!sender.now) return null;
  const { health } = sender.now;
  const words = t(`health.${health.code}`, { defaultValue: health.sentence });
  const unwell = health.level === 'slowed' || health.level === 'down';
  return (
    <span className={classes.health} title={words}>
      <StatePill kind="sender" state={senderState({ ...sender.now, paused: sender.paused, drained: sender.drained })} />
      {unwell && !phone && <span className="pr-small pr-quiet">{words}</span>}
    </span>
  );
}

/** How fast it is now, and how fast it may be. */
function Speed({ sender }: { sender: Row }) {
  const { t } = useTranslation('sender');
  const format = useFormat();
  const limit = sender.messagesPerSecond;
  const now = sender.now && format.exact(Math.round((sender.now.messagesPerSecond ?? 0) * 10) / 10);
  const phone = useMediaQuery(PHONE) ?? false;
  if (phone) return now && t('list.perSecond', { now });
  return (
    <span className="pr-nowrap">
      <b>{now ?? '–'}</b>{' '}
      <span className="pr-quiet">
        {limit ? t('list.ofLimit', { limit: format.count(limit) }) : t('list.unlimited')}
      </span>
    </span>
  );
}

function Waiting({ sender }: { sender: Row }) {
  const format = useFormat();
  return sender.now ? format.count((sender.now.waiting ?? 0) + (sender.now.inFlight ?? 0)) : '–';
}

function PauseButton({ sender }: { sender: Row }) {
  const { t } = useTranslation('sender');
  const duty = useDuty();
  const label = t(sender.paused ? 'list.resume' : 'list.pause', { name: sender.name });
  const Picture = sender.paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={28}
        aria-label={label}
        loading={duty.isPending}
        onClick={() => duty.mutate({ sender, command: sender.paused ? 'resume' : 'pause' })}
      >
        <Picture size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** The operators that messages go out by. */
export default function SenderListPage() {
  const { t } = useTranslation('sender');
  const may = useMay()('senders:write');
  useEvents('senders', [LIST]);
  const columns: Column<Row>[] = [
    { id: 'name', header: t('list.name'), cell: (sender) => <Name sender={sender} /> },
    { id: 'state', header: t('list.state'), phone: 'end', cell: (sender) => <Health sender={sender} /> },
    { id: 'speed', header: t('list.speed'), align: 'right', cell: (sender) => <Speed sender={sender} /> },
    {
      id: 'waiting',
      header: t('list.waiting'),
      align: 'right',
      phone: 'none',
      cell: (sender) => <Waiting sender={sender} />,
    },
    {
      id: 'callerId',
      header: t('list.callerId'),
      phone: 'none',
      cell: (sender) => <bdi className="pr-nowrap">{sender.callerId}</bdi>,
    },
    { id: 'gateway', header: t('list.gateway'), phone: 'none', cell: (sender) => <Mono>{sender.gateway}</Mono> },
  ];
  const create = may && (
    <Button variant="filled" component={Link} to="/senders/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('form.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} actions={create} />
      <DataTable
        name="senders"
        caption={t('list.caption')}
        columns={columns}
        queryKey={LIST}
        load={loadRows}
        rowId={(sender) => sender.id}
        rowName={(sender) => sender.name}
        rowPath={(sender) => `/senders/${sender.id}`}
        {...(may && { rowActions: (sender: Row) => <PauseButton sender={sender} /> })}
        search
        empty={
          <EmptyState icon={IconBroadcast} title={t('list.empty')} action={create} link={<SimulatorButton />}>
            {t('list.emptyWhy')}
          </EmptyState>
        }
      />
    </>
  );
}
