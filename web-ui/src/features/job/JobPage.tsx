import { Alert, Button, Card, Progress } from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, Figure, KpiRow, PageHeader, StatePill, Time, toastProblem } from '@/components';
import { api, ask, useMay, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { useParam } from '@/lib/navigation';
import classes from './job.module.css';

const COUNTED = ['rows', 'added', 'updated', 'skipped', 'rejected', 'subscribed', 'withoutPhone'] as const;

function Running({ job }: { job: Schema<'Job'> }) {
  const { t } = useTranslation('job');
  const text = useProblemText();
  const format = useFormat();
  const may = useMay()('jobs:write');
  const queries = useQueryClient();
  const [asked, setAsked] = useState(job.cancelAsked ?? false);
  const cancel = () => {
    setAsked(true);
    ask(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id: job.id } } }))
      .then(() => queries.invalidateQueries({ queryKey: ['jobs'] }))
      .catch((problem: unknown) => {
        setAsked(false);
        toastProblem(t('page.notCancelled'), text.error(problem));
      });
  };
  return (
    <Card>
      <Progress value={job.percent ?? 0} size="lg" aria-label={t('page.read', { percent: job.percent ?? 0 })} />
      <div className={classes.foot}>
        <span className="pr-quiet pr-numbers" role="status">
          {t('page.read', { percent: job.percent ?? 0 })}
          {job.rowsPerSecond ? ` · ${t('page.rate', { rate: format.count(job.rowsPerSecond) })}` : ''}
          {job.secondsLeft != null && ` · ${t('page.left', { time: format.duration(job.secondsLeft * 1000) })}`}
        </span>
        {may && (
          <Button onClick={cancel} disabled={asked}>
            {asked ? t('page.cancelling') : t('page.cancel')}
          </Button>
        )}
      </div>
    </Card>
  );
}

/** One import: how far it is, or what came of it. */
export default function JobPage() {
  const { t } = useTranslation('job');
  const format = useFormat();
  const id = useParam('id');
  useEvents('jobs', [['jobs', id]], id);
  const job = useQuery({
    queryKey: ['jobs', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/jobs/{id}', { params: { path: { id } }, signal })),
  });
  if (job.isError && !job.data) return <ErrorState order={1} error={job.error} retry={() => void job.refetch()} />;
  if (!job.data) return null;
  const { data } = job;
  const database = (data.parameters as { databaseId?: string } | undefined)?.databaseId;
  const over = data.endedAt != null;
  const listed = (data.progress['rejected'] ?? 0) + (data.progress['withoutPhone'] ?? 0);
  return (
    <>
      <PageHeader
        title={t('page.title')}
        pill={<StatePill kind="job" state={data.state} />}
        meta={<Time at={data.createdAt} />}
        actions={
          database && (
            <Button component={Link} to={`/databases/${database}`}>
              {t('page.people')}
            </Button>
          )
        }
      />
      <div className={classes.stack}>
        {!over && <Running job={data} />}
        {data.problem && (
          <Alert color="red" role="alert" icon={<IconAlertTriangle size={18} aria-hidden />}>
            {data.problem.detail}
          </Alert>
        )}
        <KpiRow>
          {COUNTED.filter((name) => name in data.progress).map((name) => (
            <Figure key={name} label={t(`figure.${name}`)} value={format.count(data.progress[name] ?? 0)} />
          ))}
        </KpiRow>
        {over && listed > 0 && (
          <Card>
            <p>{t('page.rejectedWhy', { count: listed, number: format.exact(listed) })}</p>
            <Button
              w="fit-content"
              component="a"
              href={`/api/v1/jobs/${id}/rejected-rows`}
              download
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t('page.rejected')}
            </Button>
          </Card>
        )}
      </div>
    </>
  );
}
