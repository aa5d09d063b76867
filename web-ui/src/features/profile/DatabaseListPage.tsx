import { IconDatabase } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, PageHeader, Time, type Column } from '@/components';
import { api, ask, type Schema } from '@/lib/api';

type Database = Schema<'Database'>;
const KEY = ['databases'];

/** Where people's profiles are kept. */
export default function DatabaseListPage() {
  const { t } = useTranslation('profile');
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
  return (
    <>
      <PageHeader title={t('databases.title')} />
      <DataTable
        name="databases"
        caption={t('databases.caption')}
        columns={columns}
        queryKey={KEY}
        load={(query, signal) => ask(api.GET('/api/v1/databases', { params: { query }, signal }))}
        rowId={(database) => database.id}
        search
        empty={
          <EmptyState icon={IconDatabase} title={t('databases.empty')}>
            {t('databases.emptyWhy')}
          </EmptyState>
        }
      />
    </>
  );
}
