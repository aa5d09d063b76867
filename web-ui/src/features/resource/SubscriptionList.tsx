import { Select } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, Phone, StateFilter, StatePill, Time, type Column } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import { useQueryWords } from '@/lib/navigation';

type Subscription = Schema<'Subscription'>;
const STATUSES: Subscription['status'][] = [
  'subscribed',
  'unsubscribed',
  'complained',
  'hardbounced',
  'unconfirmed',
  'suspended',
  'invalid',
];

/** Who of a database is subscribed to a resource, in any state or in one. */
export function SubscriptionList({ resource }: { resource: Schema<'Resource'> }) {
  const { t } = useTranslation('resource');
  const [words, setWords] = useQueryWords();
  const databases = useQuery({
    queryKey: ['databases', 'names'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/databases', { params: { query: { limit: 200 } }, signal })),
  });
  const mine = databases.data?.items.filter((database) => resource.databaseIds.includes(database.id)) ?? [];
  const databaseId = mine.find((database) => database.id === words['database'])?.id ?? mine[0]?.id;
  const status = STATUSES.find((one) => one === words['status']);
  const columns: Column<Subscription>[] = [
    {
      id: 'contact',
      header: t('people.contact'),
      phone: 'title',
      cell: (one) => <Phone value={`+${one.contact.replace(/^\+/, '')}`} />,
    },
    {
      id: 'status',
      header: t('people.status'),
      phone: 'end',
      cell: (one) => <StatePill kind="subscription" state={one.status} />,
    },
    {
      id: 'person',
      header: t('people.person'),
      cell: (one) => (
        <Link to={`/databases/${one.databaseId}/profiles/${one.profileId}`}>
          <bdi className="pr-long">{one.name || t('people.nameless', { id: one.profileId })}</bdi>
        </Link>
      ),
    },
    { id: 'source', header: t('people.source'), phone: 'none', cell: (one) => one.source },
    { id: 'updatedAt', header: t('people.updatedAt'), phone: 'none', cell: (one) => <Time at={one.updatedAt} /> },
  ];
  if (!databaseId) return null;
  return (
    <DataTable
      name="subscriptions"
      caption={t('people.caption')}
      columns={columns}
      queryKey={['resources', resource.id, 'subscriptions', databaseId]}
      load={({ limit, after, q }, signal) =>
        ask(
          api.GET('/api/v1/resources/{id}/subscriptions', {
            params: {
              path: { id: resource.id },
              query: {
                databaseId,
                ...(limit === undefined ? {} : { limit }),
                ...(after === undefined ? {} : { after }),
                ...(q === undefined ? {} : { q }),
                ...(status ? { status } : {}),
              },
            },
            signal,
          }),
        )
      }
      rowId={(one) => one.id}
      search={t('people.search')}
      filterValues={{ status, database: databaseId }}
      filters={
        <>
          {mine.length > 1 && (
            <Select
              aria-label={t('people.database')}
              allowDeselect={false}
              data={mine.map((database) => ({ value: database.id, label: database.name }))}
              value={databaseId}
              onChange={(next) => setWords({ database: next ?? undefined })}
            />
          )}
          <StateFilter
            kind="subscription"
            states={STATUSES}
            value={status}
            onChange={(next) => setWords({ status: next })}
          />
        </>
      }
      empty={
        <EmptyState icon={IconUsers} title={t('people.empty')}>
          {t('people.emptyWhy')}
        </EmptyState>
      }
    />
  );
}
