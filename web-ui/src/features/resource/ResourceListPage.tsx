import { IconWorld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, PageHeader, Time, type Column } from '@/components';
import { api, ask, type Schema } from '@/lib/api';

type Resource = Schema<'Resource'>;
const KEY = ['resources'];

/** What people subscribe to. */
export default function ResourceListPage() {
  const { t } = useTranslation('resource');
  const columns: Column<Resource>[] = [
    { id: 'name', header: t('list.name'), cell: (resource) => <span className="pr-long">{resource.name}</span> },
    { id: 'website', header: t('list.website'), cell: (resource) => resource.website },
    {
      id: 'trackingDomain',
      header: t('list.trackingDomain'),
      phone: 'none',
      cell: (resource) => resource.trackingDomain,
    },
    {
      id: 'callerId',
      header: t('list.callerId'),
      cell: (resource) =>
        resource.channels
          .map((channel) => channel.callerId)
          .filter(Boolean)
          .join(', '),
    },
    {
      id: 'databases',
      header: t('list.databases'),
      align: 'right',
      phone: 'none',
      cell: (resource) => resource.databaseIds.length,
    },
    {
      id: 'createdAt',
      header: t('list.createdAt'),
      phone: 'end',
      cell: (resource) => <Time at={resource.createdAt} />,
    },
  ];
  return (
    <>
      <PageHeader title={t('list.title')} />
      <DataTable
        name="resources"
        caption={t('list.caption')}
        columns={columns}
        queryKey={KEY}
        load={(query, signal) => ask(api.GET('/api/v1/resources', { params: { query }, signal }))}
        rowId={(resource) => resource.id}
        search
        empty={
          <EmptyState icon={IconWorld} title={t('list.empty')}>
            {t('list.emptyWhy')}
          </EmptyState>
        }
      />
    </>
  );
}
