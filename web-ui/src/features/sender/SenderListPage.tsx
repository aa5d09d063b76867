import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconBroadcast, IconPlayerPause, IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, Mono, PageHeader, senderState, StatePill, type Column } from '@/components';
import { api, ask, useMay } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';
import type { Sender } from './draft';
import { LIST, stateOf } from './queries';
import { usePause } from './usePause';

/** The live state of one row; only that row is read again when its sender does something else. */
function State({ sender }: { sender: Sender }) {
  const state = useQuery(stateOf(sender.id));
  useEvents('senders', [stateOf(sender.id).queryKey], sender.id);
  if (!state.data) return null;
  return (
    <span title={state.data.detail || undefined}>
      <StatePill kind="sender" state={senderState({ ...state.data, paused: sender.paused })} />
    </span>
  );
}

/** How fast it is now, and how fast it may be. */
function Speed({ sender }: { sender: Sender }) {
  const { t } = useTranslation('sender');
  const format = useFormat();
  const { data } = useQuery(stateOf(sender.id));
  const now = format.exact(Math.round((data?.messagesPerSecond ?? 0) * 10) / 10);
  const limit = sender.messagesPerSecond;
  return (
    <>
      <b>{data ? now : '–'}</b>{' '}
      <span className="pr-quiet">
        {limit ? t('list.ofLimit', { limit: format.count(limit) }) : t('list.unlimited')}
      </span>
    </>
  );
}

function Waiting({ sender }: { sender: Sender }) {
  const format = useFormat();
  const { data } = useQuery(stateOf(sender.id));
  return data ? format.count((data.waiting ?? 0) + (data.inFlight ?? 0)) : '–';
}

function PauseButton({ sender }: { sender: Sender }) {
  const { t } = useTranslation('sender');
  const pause = usePause();
  const label = t(sender.paused ? 'list.resume' : 'list.pause', { name: sender.name });
  const Picture = sender.paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={28}
        aria-label={label}
        loading={pause.isPending}
        onClick={() => pause.mutate(sender)}
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
  const columns: Column<Sender>[] = [
    { id: 'name', header: t('list.name'), cell: (sender) => <span className="pr-long">{sender.name}</span> },
    { id: 'state', header: t('list.state'), phone: 'end', cell: (sender) => <State sender={sender} /> },
    { id: 'speed', header: t('list.speed'), align: 'right', cell: (sender) => <Speed sender={sender} /> },
    {
      id: 'waiting',
      header: t('list.waiting'),
      align: 'right',
      phone: 'none',
      cell: (sender) => <Waiting sender={sender} />,
    },
    { id: 'callerId', header: t('list.callerId'), phone: 'none', cell: (sender) => sender.callerId },
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
        load={(query, signal) => ask(api.GET('/api/v1/senders', { params: { query }, signal }))}
        rowId={(sender) => sender.id}
        rowName={(sender) => sender.name}
        rowPath={(sender) => `/senders/${sender.id}`}
        {...(may && { rowActions: (sender: Sender) => <PauseButton sender={sender} /> })}
        search
        empty={
          <EmptyState icon={IconBroadcast} title={t('list.empty')} action={create}>
            {t('list.emptyWhy')}
          </EmptyState>
        }
      />
    </>
  );
}
