import { Alert, Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { useProblemText } from '@/lib/i18n/useProblemText';
import classes from './setup.module.css';
import { Step } from './Step';
import { useDemo } from './useDemo';
import { useSenders } from './useSenders';

/** Somebody to write to: a list of one's own, or the sample list with everything that a first mailing needs. */
export function DemoStep() {
  const { t } = useTranslation('setup');
  const text = useProblemText();
  const { made, job, people, load, loading, error } = useDemo();
  const senders = useSenders();
  const running = job && (job.state === 'running' || job.state === 'waiting');
  return (
    <Step number={3} done={people || job?.state === 'finished'} title={t('demo.title')}>
      <p>{t('demo.why')}</p>
      {error && (
        <Alert role="alert" color="red" icon={<IconAlertTriangle size={18} aria-hidden />}>
          {text.error(error)}
        </Alert>
      )}
      {job && <Import job={job} />}
      <div className={classes.buttons}>
        {!made && (
          <Button
            variant={senders.data?.items.length && !people ? 'filled' : 'default'}
            loading={loading}
            onClick={load}
          >
            {t('demo.load')}
          </Button>
        )}
        {made && !running && (
          <Button
            variant="filled"
            component={Link}
            to={`/mailings/${made.mailingId}`}
            rightSection={<IconArrowRight size={16} aria-hidden />}
          >
            {t('demo.mailing')}
          </Button>
        )}
        {made && (
          <Button component={Link} to={`/databases/${made.databaseId}`}>
            {t('demo.people')}
          </Button>
        )}
        <Button component={Link} to="/imports/new" leftSection={<IconUpload size={16} aria-hidden />}>
          {t('demo.own')}
        </Button>
      </div>
    </Step>
  );
}

function Import({ job }: { job: Schema<'Job'> }) {
  const { t } = useTranslation('setup');
  const text = useProblemText();
  const format = useFormat();
  if (job.state === 'failed') {
    const { problem } = job;
    return (
      <Alert role="alert" color="red" icon={<IconAlertTriangle size={18} aria-hidden />}>
        {problem?.code ? text.sentence({ detail: '', ...problem, code: problem.code }) : t('demo.failed')}{' '}
        <Link to={`/jobs/${job.id}`}>{t('demo.job')}</Link>
      </Alert>
    );
  }
  if (job.state === 'cancelled') return <p>{t('demo.cancelled')}</p>;
  const rows = job.progress['rows'] ?? 0;
  if (job.state === 'finished') {
    return (
      <p role="status">
        {t('demo.loaded', { rows: format.count(rows), subscribed: format.count(job.progress['subscribed'] ?? 0) })}
      </p>
    );
  }
  return (
    <div className={classes.progress}>
      <Progress value={job.percent ?? 0} aria-label={t('demo.running')} />
      <span className="pr-quiet pr-small pr-numbers">{t('demo.rows', { rows: format.count(rows) })}</span>
    </div>
  );
}
