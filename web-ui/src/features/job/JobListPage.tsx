import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, PageHeader, StatePill, Time, type Column } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';

type Job = Schema<'Job'>;
const KEY = ['jobs'];

/** Imports, the newest first; a running one counts on the screen. */
export default function JobListPage() {
  const { t } = useTranslation('job');
  const format = useFormat();
  useEvents('jobs', [KEY]);
  const figure = (name: string) => (job: Job) => format.count(job.progress[name] ?? 0);
  const columns: Column<Job>[] = [
    { id: 'createdAt', header: t('list.createdAt'), cell: (job) => <Time at={job.createdAt} /> },
    { id: 'state', header: t('list.state'), phone: 'end', cell: (job) => <StatePill kind="job" state={job.state} /> },
    { id: 'rows', header: t('list.rows'), align: 'right', cell: figure('rows') },
    { id: 'added', header: t('list.added'), align: 'right', phone: 'none', cell: figure('added') },
    { id: 'updated', header: t('list.updated'), align: 'right', phone: 'none', cell: figure('updated') },
    { id: 'rejected', header: t('list.rejected'), align: 'right', phone: 'none', cell: figure('rejected') },
  ];
  return (
    <>
      <PageHeader title={t('list.title')} />
      <DataTable
        name="jobs"
        caption={t('list.caption')}
        columns={columns}
        queryKey={KEY}
        load={(query, signal) =>
          ask(api.GET('/api/v1/jobs', { params: { query: { ...query, kind: 'import' } }, signal }))
        }
        rowId={(job) => job.id}
        empty={
          <EmptyState icon={IconFileImport} title={t('list.empty')}>
            {t('list.emptyWhy')}
          </EmptyState>
        }
      />
    </>
  );
}
