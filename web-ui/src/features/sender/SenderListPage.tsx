import { IconBroadcast } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, Mono, PageHeader, StatePill, type Column } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';

type Sender = Schema<'Sender'>;
const KEY = ['senders'];

/** The operators that messages go out by. */
export default function SenderListPage() {
  const { t } = useTranslation('sender');
  const format = useFormat();
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
      cell: (sender) => (sender.paused ? <StatePill kind="sender" state="paused" /> : null),
    },
  ];
  return (
    <>
      <PageHeader title={t('list.title')} />
      <DataTable
        name="senders"
        caption={t('list.caption')}
        columns={columns}
        queryKey={KEY}
        load={(query, signal) => ask(api.GET('/api/v1/senders', { params: { query }, signal }))}
        rowId={(sender) => sender.id}
        search
        empty={
          <EmptyState icon={IconBroadcast} title={t('list.empty')}>
            {t('list.emptyWhy')}
          </EmptyState>
        }
      />
    </>
  );
}
