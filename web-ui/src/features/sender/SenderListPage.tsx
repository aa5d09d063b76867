import { Button } from '@mantine/core';
import { IconBroadcast, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, Mono, PageHeader, senderState, StatePill, type Column } from '@/components';
import { api, ask, useMay, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';
import { stateOf } from './queries';

type Sender = Schema<'Sender'>;
const KEY = ['senders'];

function Live({ sender }: { sender: Sender }) {
  const state = useQuery(stateOf(sender.id));
  if (!state.data) return null;
  return <StatePill kind="sender" state={senderState({ ...state.data, paused: sender.paused })} />;
}

/** The operators that messages go out by. */
export default function SenderListPage() {
  const { t } = useTranslation('sender');
  const format = useFormat();
  const may = useMay()('senders:write');
  useEvents('senders', [KEY]);
  const columns: Column<Sender>[] = [
    { id: 'name', header: t('list.name'), cell: (sender) => <span className="pr-long">{sender.name}</span> },
    { id: 'gateway', header: t('list.gateway'), cell: (sender) => <Mono>{sender.gateway}</Mono> },
    { id: 'callerId', header: t('list.callerId'), cell: (sender) => sender.callerId },
    {
      id: 'speed',
      header: t('list.speed'),
      align: 'right',
      phone: 'none',
      cell: (sender) => (sender.messagesPerSecond ? format.count(sender.messagesPerSecond) : t('list.unlimited')),
    },
    {
      id: 'state',
      header: t('list.state'),
      phone: 'end',
      cell: (sender) => <Live sender={sender} />,
    },
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
        queryKey={KEY}
        load={(query, signal) => ask(api.GET('/api/v1/senders', { params: { query }, signal }))}
        rowId={(sender) => sender.id}
        rowName={(sender) => sender.name}
        rowPath={(sender) => `/senders/${sender.id}`}
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
