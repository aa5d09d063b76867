import { Button, Card, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toastProblem } from '@/components';
import { api, ask } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';
import classes from './doubt.module.css';
import { LIST } from './queries';

const KEY = ['jobs', 'doubts'];

/** The newest decision about many: how far it is, or what came of it. */
export function JobCard({ may }: { may: boolean }) {
  const { t } = useTranslation('doubt');
  const format = useFormat();
  const queries = useQueryClient();
  useEvents('jobs', [KEY, LIST]);
  const jobs = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ask(api.GET('/api/v1/jobs', { params: { query: { kind: 'doubts', limit: 1 } }, signal })),
  });
  const cancel = useMutation({
    mutationFn: (id: string) => ask(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } } })),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const job = jobs.data?.items[0];
  if (!job) return null;
  const action =
    (job.parameters as Record<string, unknown> | undefined)?.['action'] === 'close' ? 'close' : 'send-again';
  const figure = (name: string) => job.progress[name] ?? 0;
  const over = job.endedAt != null;
  return (
    <Card component="section" aria-label={t(`job.${action}`)}>
      <div className={classes.job}>
        <b>{t(`job.${action}`)}</b>
        <span className="pr-quiet" role="status">
          {over
            ? t('job.over', { done: format.exact(figure('done')), left: format.exact(figure('left')) })
            : t('job.far', { done: format.exact(figure('rows')), all: format.exact(figure('bytes')) })}
          {job.state === 'cancelled' && ` ${t('job.cancelled')}`}
        </span>
        {!over && may && (
          <Button size="xs" loading={cancel.isPending} onClick={() => cancel.mutate(job.id)}>
            {t('job.cancel')}
          </Button>
        )}
      </div>
      {!over && <Progress mt="xs" value={job.percent ?? 0} aria-label={t(`job.${action}`)} />}
    </Card>
  );
}
