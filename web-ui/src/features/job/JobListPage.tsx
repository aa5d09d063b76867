import { Button } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, PageHeader, StateFilter, StatePill, Time, type Column } from '@/components';
import { api, ask, useMay, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';
import { useQueryWords } from '@/lib/navigation';
import { askedOf } from './asked';

type Job = Schema<'Job'>;
const KEY = ['jobs'];
const STATES: Job['state'][] = ['waiting', 'running', 'finished', 'failed', 'cancelled'];

/** Names of databases by id; a list of imports names few. */
function useDatabaseNames(): (id: string | undefined) => string {
  const databases = useQuery({
    queryKey: ['databases', 'names'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/databases', { params: { query: { limit: 200 } }, signal })),
  });
  return (id) => databases.data?.items.find((one) => one.id === id)?.name ?? '';
}

/** Imports, the newest first; a running one counts on the screen. */
export default function JobListPage() {
  const { t } = useTranslation('job');
  const may = useMay()('jobs:write');
  const format = useFormat();
  const [words, setWords] = useQueryWords();
  const nameOf = useDatabaseNames();
  const state = STATES.find((one) => one === words['state']);
  useEvents('jobs', [KEY]);
  const figure = (name: string) => (job: Job) => format.count(job.progress[name] ?? 0);
  const columns: Column<Job>[] = [
    {
      id: 'file',
      header: t('list.file'),
      phone: 'title',
      cell: (job) => <span className="pr-long">{askedOf(job).fileName ?? t('list.fileless', { id: job.id })}</span>,
    },
    {
      id: 'database',
      header: t('import.database'),
      cell: (job) => <span className="pr-long">{nameOf(askedOf(job).databaseId)}</span>,
    },
    { id: 'createdAt', header: t('list.createdAt'), cell: (job) => <Time at={job.createdAt} /> },
    { id: 'state', header: t('list.state'), phone: 'end', cell: (job) => <StatePill kind="job" state={job.state} /> },
    { id: 'rows', header: t('list.rows'), align: 'right', phone: 'none', cell: figure('rows') },
    { id: 'added', header: t('list.added'), align: 'right', phone: 'none', cell: figure('added') },
    { id: 'updated', header: t('list.updated'), align: 'right', phone: 'none', cell: figure('updated') },
    { id: 'rejected', header: t('list.rejected'), align: 'right', phone: 'none', cell: figure('rejected') },
  ];
  const create = may && (
    <Button variant="filled" component={Link} to="/imports/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('import.title')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} actions={create} />
      <DataTable
        name="jobs"
        caption={t('list.caption')}
        columns={columns}
        queryKey={KEY}
        load={(query, signal) =>
          ask(
            api.GET('/api/v1/jobs', {
              params: { query: { ...query, kind: 'import', ...(state ? { state } : {}) } },
              signal,
            }),
          )
        }
        rowId={(job) => job.id}
        rowPath={(job) => `/jobs/${job.id}`}
        filterValues={{ state }}
        filters={
          <StateFilter kind="job" states={STATES} value={state} onChange={(next) => setWords({ state: next })} />
        }
        empty={
          <EmptyState icon={IconFileImport} title={t('list.empty')} action={create}>
            {t('list.emptyWhy')}
          </EmptyState>
        }
      />
    </>
  );
}
