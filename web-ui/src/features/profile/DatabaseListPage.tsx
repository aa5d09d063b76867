import { Button } from '@mantine/core';
import { IconDatabase, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, PageHeader, Time, type Column } from '@/components';
import { api, ask, useMay, type Schema } from '@/lib/api';

type Database = Schema<'Database'>;
const KEY = ['databases'];

/** Where people's profiles are kept. */
export default function DatabaseListPage() {
  const { t } = useTranslation('profile');
  const may = useMay()('profiles:write');
  const columns: Column<Database>[] = [
    { id: 'name', header: t('databases.name'), cell: (database) => <span className="pr-long">{database.name}</span> },
    {
      id: 'fields',
      header: t('databases.fields'),
      align: 'right',
      phone: 'none',
      cell: (database) => database.fields.length,
    },
    { id: 'country', header: t('databases.country'), cell: (database) => database.defaultCountry },
    {
      id: 'createdAt',
      header: t('databases.createdAt'),
      phone: 'end',
      cell: (database) => <Time at={database.createdAt} />,
    },
  ];
  const create = may && (
    <Button variant="filled" component={Link} to="/databases/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('form.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('databases.title')} actions={create} />
      <DataTable
        name="databases"
        caption={t('databases.caption')}
        columns={columns}
        queryKey={KEY}
        load={(query, signal) => ask(api.GET('/api/v1/databases', { params: { query }, signal }))}
        rowId={(database) => database.id}
        rowPath={(database) => `/databases/${database.id}`}
        search
        empty={
          <EmptyState icon={IconDatabase} title={t('databases.empty')} action={create}>
            {t('databases.emptyWhy')}
          </EmptyState>
        }
      />
    </>
  );
}
