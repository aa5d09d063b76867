import { Alert, Button, Card, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconDownload, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState, Figure, KpiRow, PageHeader, StatePill, Time } from '@/components';
import { api, ask, useMay, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { useParam } from '@/lib/navigation';
import { AskedCard } from './AskedCard';
import { askedOf, figuresOf, millisOf } from './asked';
import classes from './job.module.css';
import { Running } from './Running';

type Job = Schema<'Job'>;

/** How it ended, in a sentence. */
function Ended({ job }: { job: Job }) {
  const { t } = useTranslation('job');
  const text = useProblemText();
  const format = useFormat();
  const rows = { count: job.progress['rows'] ?? 0, number: format.exact(job.progress['rows'] ?? 0) };
  if (job.state === 'failed') {
    const { code = '', detail = '', parameters = {} } = job.problem ?? {};
    return (
      <Alert color="red" role="alert" icon={<IconAlertTriangle size={18} aria-hidden />}>
        <p className={classes.line}>{text.sentence({ code, detail, parameters })}</p>
        <p className={classes.line}>{t('page.stays', rows)}</p>
      </Alert>
    );
  }
  if (job.state === 'cancelled') {
    return (
      <Alert color="gray" icon={<IconInfoCircle size={18} aria-hidden />}>
        {t('page.stays', rows)}
      </Alert>
    );
  }
  const millis = millisOf(job);
  return millis === undefined ? null : (
    <p className={`pr-quiet ${classes.line}`}>{t('page.took', { ...rows, time: format.duration(millis) })}</p>
  );
}

/** The rows that were not taken whole, as a file with their reasons. */
function Rejected({ job }: { job: Job }) {
  const { t } = useTranslation('job');
  const format = useFormat();
  const rejected = job.progress['rejected'] ?? 0;
  const without = job.progress['withoutPhone'] ?? 0;
  if (rejected + without === 0) return null;
  return (
    <Card component="section" aria-label={t('page.rejectedTitle')}>
      <h2 className={classes.title}>{t('page.rejectedTitle')}</h2>
      {rejected > 0 && (
        <p className={classes.line}>{t('page.rejectedWhy', { count: rejected, number: format.exact(rejected) })}</p>
      )}
      {without > 0 && (
        <p className={classes.line}>{t('page.withoutWhy', { count: without, number: format.exact(without) })}</p>
      )}
      <Button
        mt="md"
        w="fit-content"
        component="a"
        href={`/api/v1/jobs/${job.id}/rejected-rows`}
        download
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        {t('page.rejected', { count: rejected + without, number: format.exact(rejected + without) })}
      </Button>
      <p className={`pr-quiet pr-small ${classes.line}`}>{t('page.rejectedHow')}</p>
    </Card>
  );
}

/** One import: how far it is, or what came of it. */
export default function JobPage() {
  const { t } = useTranslation('job');
  const format = useFormat();
  const may = useMay()('jobs:write');
  const id = useParam('id');
  useEvents('jobs', [['jobs', id]], id);
  const job = useQuery({
    queryKey: ['jobs', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/jobs/{id}', { params: { path: { id } }, signal })),
  });
  if (job.isError && !job.data) return <ErrorState order={1} error={job.error} retry={() => void job.refetch()} />;
  if (!job.data) {
    return (
      <>
        <PageHeader title={t('page.title')} />
        <Skeleton height={92} radius="md" aria-label={t('kit:list.loading')} />
      </>
    );
  }
  const { data } = job;
  const asked = askedOf(data);
  const over = data.endedAt != null;
  return (
    <>
      <PageHeader
        title={asked.fileName ?? t('page.title')}
        pill={<StatePill kind="job" state={data.state} />}
        meta={<Time at={data.createdAt} />}
        actions={
          <>
            {may && over && (
              <Button component={Link} to="/imports/new" search={{ database: asked.databaseId } as never}>
                {t('page.another')}
              </Button>
            )}
            {asked.databaseId && (
              <Button
                variant={data.state === 'finished' ? 'filled' : 'default'}
                component={Link}
                to={`/databases/${asked.databaseId}`}
              >
                {t('page.people')}
              </Button>
            )}
          </>
        }
      />
      <div className={classes.stack}>
        {over ? <Ended job={data} /> : <Running job={data} />}
        <KpiRow>
          {figuresOf(data).map((name) => (
            <Figure
              key={name}
              label={t(`figure.${name}`)}
              value={format.exact(data.progress[name] ?? 0)}
              note={t(`figureWhy.${name}`)}
            />
          ))}
        </KpiRow>
        {over && <Rejected job={data} />}
        <AskedCard asked={asked} />
      </div>
    </>
  );
}
