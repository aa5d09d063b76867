import { Button, Card, Skeleton } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, StackedBar, StatePill, Time, type BarPart } from '@/components';
import { OUTCOMES } from '@/components/outcomes';
import { useMay } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import classes from './HomePage.module.css';
import { useMailings, type Mailing } from './useHome';

const SHOWN = 6;
const ORDER = ['running', 'paused', 'scheduled'];

/** What goes out first, then what changed last. */
function pressing(mailings: Mailing[]): Mailing[] {
  const rank = ({ state }: Mailing) => (ORDER.includes(state) ? ORDER.indexOf(state) : ORDER.length);
  return [...mailings].sort((a, b) => rank(a) - rank(b)).slice(0, SHOWN);
}

export function MailingsCard() {
  const { t } = useTranslation('home');
  const may = useMay();
  const mailings = useMailings();
  const shown = pressing(mailings.data ?? []);
  return (
    <Card padding={0}>
      <div className={classes.head}>
        <h2>{t('mailings.title')}</h2>
        {shown.length > 0 && <Link to="/mailings">{t('mailings.all')}</Link>}
      </div>
      {mailings.isPending && <Skeleton height={88} m="md" width="auto" />}
      {mailings.isError && <ErrorState error={mailings.error} retry={() => void mailings.refetch()} />}
      {mailings.isSuccess && shown.length === 0 && (
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
  const at = mailing.lastRun?.openedAt ?? mailing.sendAt;
  return (
    <>
      <span className={classes.name}>
        <Link to={`/mailings/${mailing.id}`} title={mailing.name}>
          <bdi className={classes.short}>{mailing.name}</bdi>
        </Link>
        <span className="pr-small pr-quiet">{at ? <Time at={at} /> : t('mailings.notPlanned')}</span>
      </span>
      <StatePill kind="mailing" state={mailing.state} />
      {mailing.lastRun ? <Progress progress={mailing.lastRun.progress} /> : <span />}
    </>
  );
}

function Progress({ progress }: { progress: NonNullable<Mailing['lastRun']>['progress'] }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const words = t('mailings.sent', {
    sent: format.count(progress.total - progress.notSent),
    total: format.count(progress.total),
  });
  const parts = OUTCOMES.map(([key, meaning, hatched]): BarPart => ({
    key,
    label: key,
    value: progress[key],
    meaning,
    hatched,
  }));
  return (
    <span className={classes.progress}>
      <span className="pr-small pr-quiet pr-numbers">{words}</span>
      <StackedBar parts={parts} total={progress.total} label={words} />
    </span>
  );
}
