import { Button } from '@mantine/core';
import { IconUpload, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, ErrorState, PageHeader, Time, type Column } from '@/components';
import { api, ask, useMay, type Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { useParam } from '@/lib/navigation';

type Profile = Schema<'Profile'>;

function word(value: unknown): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** The people of a database. */
export default function DatabasePage() {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const id = useParam('id');
  const may = useMay()('profiles:write');
  const database = useQuery({
    queryKey: ['databases', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/databases/{id}', { params: { path: { id } }, signal })),
  });
  if (database.isError && !database.data) {
    return <ErrorState order={1} error={database.error} retry={() => void database.refetch()} />;
  }
  if (!database.data) return null;
  const { data } = database;
  const value = (name: string) => (profile: Profile) => <bdi className="pr-long">{word(profile.values[name])}</bdi>;
  const columns: Column<Profile>[] = [
    {
      id: 'name',
      header: t('people.name'),
      sort: 'name',
      cell: (profile) => (
        <bdi className="pr-long">
          {[word(profile.values['_fname']), word(profile.values['_lname'])].filter(Boolean).join(' ') ||
            t('people.nameless', { id: profile.id })}
        </bdi>
      ),
    },
    { id: 'phones', header: t('people.phones'), cell: value('phones') },
    { id: 'city', header: t('people.city'), phone: 'none', cell: value('_city') },
    ...data.fields.slice(0, 10).map((field): Column<Profile> => ({
      id: field.name,
      header: field.label || field.name,
      phone: 'none',
      cell: value(field.name),
    })),
    {
      id: 'updatedAt',
      header: t('people.updatedAt'),
      phone: 'none',
      extra: true,
      cell: (profile) => <Time at={profile.updatedAt} />,
    },
  ];
  const upload = may && (
    <Button
      variant="filled"
      component={Link}
      to="/imports/new"
      search={{ database: id } as never}
      leftSection={<IconUpload size={16} aria-hidden />}
    >
      {t('people.import')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={data.name}
        meta={
          data.profiles !== undefined &&
          t('people.count', { count: data.profiles, number: format.count(data.profiles) })
        }
        actions={
          <>
            <Button component={Link} to={`/databases/${id}/settings`}>
              {t('people.settings')}
            </Button>
            {may && (
              <>
                <Button component={Link} to={`/databases/${id}/paste`}>
                  {t('people.paste')}
                </Button>
                <Button component={Link} to={`/databases/${id}/profiles/new`}>
                  {t('people.add')}
                </Button>
              </>
            )}
            {upload}
          </>
        }
      />
      <DataTable
        name={`profiles.${id}`}
        caption={t('people.caption')}
        columns={columns}
        queryKey={['databases', id, 'profiles']}
        load={(query, signal) =>
          ask(api.GET('/api/v1/databases/{id}/profiles', { params: { path: { id }, query }, signal }))
        }
        rowId={(profile) => profile.id}
        rowPath={(profile) => `/databases/${id}/profiles/${profile.id}`}
        search
        empty={
          <EmptyState icon={IconUsers} title={t('people.empty')} action={upload}>
            {t('people.emptyWhy')}
          </EmptyState>
        }
      />
    </>
  );
}
