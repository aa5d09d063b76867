import { Card } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, PageHeader, StatePill } from '@/components';
import { api, ask } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';
import classes from './HomePage.module.css';

const KEY = ['mailings', 'now'];

/** Is it all right, and what runs now. */
export default function HomePage() {
  const { t } = useTranslation('home');
  const format = useFormat();
  useEvents('runs', [KEY]);
  const running = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/mailings', { params: { query: { state: 'running', limit: 10 } }, signal })),
  });
  return (
    <>
      <PageHeader title={t('title')} meta={format.date(new Date())} />
      <Card padding={0}>
        <h2 className={classes.title}>{t('now')}</h2>
        {running.isError && <ErrorState error={running.error} retry={() => void running.refetch()} />}
        {running.data?.items.length === 0 && (
          <EmptyState icon={IconSend} title={t('nothingRuns')}>
            {t('nothingRunsWhy')}
          </EmptyState>
        )}
        <ul className={classes.list}>
          {running.data?.items.map((mailing) => (
            <li key={mailing.id}>
              <span className="pr-long">{mailing.name}</span>
              <StatePill kind="mailing" state={mailing.state} />
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
