import { Button, Card, Skeleton } from '@mantine/core';
import { IconSend, IconTestPipe } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Pill, StackedBar, StatePill, Time } from '@/components';
import { OUTCOMES } from '@/components/outcomes';
import { useMay } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import classes from './HomePage.module.css';
import { useMailings, type Mailing } from './useHome';

const SHOWN = 6;

/** What goes out now and next, then what was written or sent last. */
export function MailingsCard() {
  const { t } = useTranslation('home');
  const may = useMay();
  const mailings = useMailings();
  const shown = mailings.items?.slice(0, SHOWN) ?? [];
  return (
    <Card padding={0} component="section" aria-label={t('mailings.title')}>
      <div className={classes.head}>
        <h2>{t('mailings.title')}</h2>
        {shown.length > 0 && <Link to="/mailings">{t('mailings.all')}</Link>}
      </div>
      {mailings.error ? (
        <ErrorState error={mailings.error} retry={mailings.retry} />
      ) : (
        !mailings.items && <Skeleton height={88} m="md" width="auto" />
      )}
      {mailings.items && shown.length === 0 && (
        <EmptyState
          icon={IconSend}
          title={t('mailings.none')}
          action={
            may('mailings:write') && (
              <Button component={Link} to="/mailings/new">
                {t('mailings.first')}
              </Button>
            )
          }
        >
          {t('mailings.noneWhy')}
        </EmptyState>
      )}
      <ul className={classes.list}>
        {shown.map((mailing) => (
          <li key={mailing.id} className={classes.mailing}>
            <Line mailing={mailing} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Line({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation('home');
  const { lastRun } = mailing;
  const at = mailing.state === 'scheduled' ? mailing.sendAt : (lastRun?.finishedAt ?? lastRun?.openedAt);
  return (
    <>
      <span className={classes.name}>
        <Link to={`/mailings/${mailing.id}`}>
          <bdi className={classes.short} title={mailing.name}>
            {mailing.name}
          </bdi>
        </Link>
        <span className="pr-small pr-quiet">{at ? <Time at={at} /> : t('mailings.notPlanned')}</span>
      </span>
      <span className={classes.pills}>
        {mailing.rehearsal && (
          <Pill meaning="violet" icon={IconTestPipe}>
            {t('senders.rehearsal')}
          </Pill>
        )}
        <StatePill kind="mailing" state={mailing.state} />
      </span>
      {lastRun ? <Progress progress={lastRun.progress} /> : <span />}
    </>
  );
}

function Progress({ progress }: { progress: NonNullable<Mailing['lastRun']>['progress'] }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { total, notSent } = progress;
  const parts = OUTCOMES.map(([key, meaning, hatched]) => ({
    key,
    label: t(`outcome.${key}`),
    value: progress[key],
    meaning,
    hatched,
  }));
  const sent = t('mailings.sent', { sent: format.count(total - notSent), total: format.count(total) });
  const words = parts.filter((part) => part.value > 0).map((part) => `${part.label}: ${format.exact(part.value)}`);
  return (
    <span className={classes.progress}>
      <span className="pr-small pr-quiet pr-numbers">{sent}</span>
      <StackedBar parts={parts} total={total} label={[sent, ...words].join(', ')} />
    </span>
  );
}
