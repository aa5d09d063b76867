import { Button, Card, Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components';
import { announce } from '@/lib/announce';
import { api, ask, useMay, type Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import classes from './job.module.css';

/** How far an import is, how fast it goes, and the way to end it. */
export function Running({ job }: { job: Schema<'Job'> }) {
  const { t } = useTranslation('job');
  const format = useFormat();
  const may = useMay()('jobs:write');
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const percent = job.percent ?? 0;
  const bytes = job.progress['bytes'] ?? 0;
  const rows = job.progress['rows'] ?? 0;
  const read = t('page.read', { percent });
  useEffect(() => announce(read), [read]);
  const cancel = async () => {
    await ask(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id: job.id } } }));
    await queries.invalidateQueries({ queryKey: ['jobs'] });
    setAsking(false);
  };
  if (job.state === 'waiting') {
    return (
      <Card>
        <div className={classes.between}>
          <span>{t('page.waits')}</span>
          {may && <Cancel asked={job.cancelAsked ?? false} ask={() => setAsking(true)} />}
        </div>
        <Sure opened={asking} rows={rows} close={() => setAsking(false)} cancel={cancel} />
      </Card>
    );
  }
  return (
    <Card>
      <Progress value={percent} size="lg" aria-label={read} />
      <div className={classes.foot}>
        <span className="pr-quiet pr-numbers">
          {read}
          {bytes > 0 &&
            ` · ${t('page.bytes', { read: format.bytes(job.progress['bytesRead'] ?? 0), all: format.bytes(bytes) })}`}
          {job.rowsPerSecond ? ` · ${t('page.rate', { rate: format.count(job.rowsPerSecond) })}` : ''}
          {job.secondsLeft != null && ` · ${t('page.left', { time: format.duration(job.secondsLeft * 1000) })}`}
        </span>
        {may && <Cancel asked={job.cancelAsked ?? false} ask={() => setAsking(true)} />}
      </div>
      <Sure opened={asking} rows={rows} close={() => setAsking(false)} cancel={cancel} />
    </Card>
  );
}

function Cancel({ asked, ask: open }: { asked: boolean; ask: () => void }) {
  const { t } = useTranslation('job');
  return (
    <Button onClick={open} disabled={asked}>
      {asked ? t('page.cancelling') : t('page.cancel')}
    </Button>
  );
}

interface SureProps {
  opened: boolean;
  rows: number;
  close: () => void;
  cancel: () => Promise<void>;
}

function Sure({ opened, rows, close, cancel }: SureProps) {
  const { t } = useTranslation('job');
  const format = useFormat();
  return (
    <ConfirmDialog
      opened={opened}
      title={t('page.cancelTitle')}
      action={t('page.cancel')}
      danger
      onConfirm={cancel}
      onCancel={close}
    >
      <p className={classes.line}>{t('page.stays', { count: rows, number: format.exact(rows) })}</p>
    </ConfirmDialog>
  );
}
