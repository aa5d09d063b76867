import { Button } from '@mantine/core';
import { IconWorld, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, PageHeader, Time, type Column } from '@/components';
import { api, ask, useMay, type Schema } from '@/lib/api';

type Resource = Schema<'Resource'>;
const KEY = ['resources'];

/** What people subscribe to. */
export default function ResourceListPage() {
  const { t } = useTranslation('resource');
  const may = useMay()('resources:write');
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
  const create = may && (
    <Button variant="filled" component={Link} to="/resources/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('form.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} actions={create} />
      <DataTable
        name="resources"
        caption={t('list.caption')}
        columns={columns}
        queryKey={KEY}
        load={(query, signal) => ask(api.GET('/api/v1/resources', { params: { query }, signal }))}
        rowId={(resource) => resource.id}
        rowPath={(resource) => `/resources/${resource.id}`}
        search
        empty={
          <EmptyState icon={IconWorld} title={t('list.empty')} action={create}>
            {t('list.emptyWhy')}
          </EmptyState>
        }
      />
    </>
  );
}
