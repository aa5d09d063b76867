import { Card } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Figure, KpiRow, Legend, LineChart } from '@/components';
import type { Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { runLines } from './lines';
import classes from './mailing.module.css';
import { barParts, handedOver } from './progress';
import { RunBar } from './RunBar';
import { decisiveSender, UsedSenders } from './UsedSenders';
import { Waterfall } from './Waterfall';
import { WhyNote } from './WhyNote';

type RunNow = Schema<'RunPageOfNow'>;

function Pace({ live }: { live: RunNow['live'] }) {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const rounded = (value: number) => format.exact(Math.round(value * 10) / 10);
  return (
    <Card>
      <div className={classes.cardHead}>
        <h2 className={classes.cardTitle}>{t('overview.pace')}</h2>
        <span className="pr-quiet pr-numbers">{t('overview.now', { rate: rounded(live.messagesPerSecond) })}</span>
      </div>
      <LineChart
        spark={false}
        height={150}
        width={600}
        values={live.history.map((step) => step.sent / live.stepSeconds)}
        label={t('overview.pace')}
        format={rounded}
      />
    </Card>
  );
}

/** How far the run is, why it is not faster, and what it has come to so far; moves by itself. */
export function OverviewTab({ run }: { run: RunNow }) {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const { progress, figures, live } = run;
  const taken = figures.submitted;
  const moving = live.history.some((step) => step.sent > 0);
  const end = live.expectedEnd && new Date(live.expectedEnd);
  return (
    <div className={classes.stack}>
      <Card>
        <div className={classes.cardHead}>
          <span>
            <span className={`${classes.loud} pr-numbers`}>{format.count(handedOver(progress))}</span>{' '}
            <span className="pr-quiet">{t('overview.sentOf', { total: format.count(progress.total) })}</span>
          </span>
          {end && (
            <span className="pr-quiet">
              {t('overview.endsAbout', { time: format.time(end, { zone: true }), near: format.near(end) })}
            </span>
          )}
        </div>
        <RunBar progress={progress} size="xl" />
        <div className={classes.legend}>
          <Legend parts={barParts(progress, (name) => t(`outcome.${name}`))} format={format.count} />
        </div>
      </Card>
      <WhyNote why={live.why} senderId={decisiveSender(run)} />
      <div className={moving ? classes.grid : classes.stack}>
        {moving && <Pace live={live} />}
        <Waterfall lines={runLines(figures, t)} />
      </div>
      {run.virtualSender && <UsedSenders run={run} />}
      <KpiRow>
        <Figure
          label={t('figure.deliveryRate')}
          value={taken > 0 ? format.share(figures.delivered / taken) : '–'}
          note={t('figure.ofTaken', { count: taken, number: format.count(taken) })}
        />
        <Figure
          label={t('figure.clicked')}
          value={format.count(figures.clicked)}
          note={
            figures.delivered > 0
              ? t('figure.ofDelivered', { share: format.share(figures.clicked / figures.delivered) })
              : undefined
          }
        />
        <Figure label={t('figure.parts')} value={format.count(figures.parts)} />
        {figures.cost.length > 0 && <Figure label={t('figure.cost')} value={format.costs(figures.cost)} />}
        <Figure
          label={t('figure.inDoubt')}
          value={format.count(figures.inDoubt)}
          note={
            figures.inDoubt > 0 && (
              <>
                {t('figure.inDoubtWhy')}{' '}
                <Link to="/doubts" search={{ run: run.id } as never}>
                  {t('figure.inDoubtDecide')}
                </Link>
              </>
            )
          }
        />
      </KpiRow>
    </div>
  );
}
