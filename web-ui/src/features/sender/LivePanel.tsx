import { Card } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Figure, KpiRow, LineChart, Mono, StackedBar, Time } from '@/components';
import type { Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import type { Sender } from './draft';
import classes from './sender.module.css';
import { grouped, sentenceKey } from './troubles';
import { useHistory } from './useHistory';

type State = Schema<'SenderState'>;

/** What the sender does at this moment: speed, window, queue, connection, and what went wrong lately. */
export function LivePanel({ sender, state }: { sender: Sender; state: State }) {
  const { t } = useTranslation('sender');
  const format = useFormat();
  const speeds = useHistory(state.messagesPerSecond ?? 0);
  const rate = (value = 0) => format.exact(Math.round(value * 10) / 10);
  const { inFlight = 0, window = sender.window } = state;
  return (
    <section className={classes.stack} aria-label={t('live.title')}>
      <KpiRow>
        <Figure label={t('live.messages')} value={rate(state.messagesPerSecond)} note={<Limit sender={sender} />} />
        <Figure label={t('live.receipts')} value={rate(state.receiptsPerSecond)} note={t('live.receiptsWhy')} />
        <Figure
          label={t('live.inFlight')}
          value={format.count(inFlight)}
          of={t('live.ofWindow', { window: format.count(window) })}
          note={
            <StackedBar
              parts={[{ key: 'used', label: t('live.inFlight'), value: Math.min(inFlight, window), meaning: 'sky' }]}
              total={window}
              label={t('live.windowUsed', { used: format.exact(inFlight), window: format.exact(window) })}
            />
          }
        />
        <Figure label={t('live.waiting')} value={format.count(state.waiting ?? 0)} note={t('live.waitingWhy')} />
      </KpiRow>
      <div className={classes.halves}>
        <Card component="section">
          <h2 className={classes.title}>{t('live.connection')}</h2>
          <Connection state={state} />
        </Card>
        <Card component="section">
          <h2 className={classes.title}>{t('live.speed')}</h2>
          {speeds.length > 1 ? (
            <LineChart
              values={speeds}
              label={t('live.speed')}
              top={Math.max(sender.messagesPerSecond ?? 0, 1.2 * Math.max(0, ...speeds), 1)}
              format={rate}
              width={400}
              height={96}
              spark={false}
            />
          ) : (
            <div className={classes.chartSpace} />
          )}
          <p className={`${classes.caption} pr-small pr-quiet`}>{t('live.speedWhy')}</p>
        </Card>
      </div>
      <Troubles troubles={state.troubles ?? []} />
    </section>
  );
}

function Limit({ sender }: { sender: Sender }) {
  const { t } = useTranslation('sender');
  const format = useFormat();
  if (sender.messagesPerSecond) return t('live.limit', { limit: format.count(sender.messagesPerSecond) });
  if (sender.partsPerSecond) return t('live.limitParts', { limit: format.count(sender.partsPerSecond) });
  return t('live.noLimit');
}

function Connection({ state }: { state: State }) {
  const { t } = useTranslation('sender');
  return (
    <>
      <p className={classes.line} role="status">
        {state.paused ? t('live.paused') : t(`live.phase.${state.phase}`)}
      </p>
      {state.detail && <p className={`${classes.line} pr-second pr-long`}>{state.detail}</p>}
    </>
  );
}

function Troubles({ troubles }: { troubles: NonNullable<State['troubles']> }) {
  const { t } = useTranslation('sender');
  const format = useFormat();
  const words = (text: string) => {
    const key = sentenceKey(text);
    return key ? t(key, { defaultValue: text }) : text;
  };
  return (
    <Card component="section">
      <h2 className={classes.title}>{t('live.troubles')}</h2>
      {troubles.length === 0 ? (
        <p className={`${classes.line} pr-quiet`}>{t('live.noTroubles')}</p>
      ) : (
        <ul className={classes.troubles}>
          {grouped(troubles).map((trouble) => (
            <li key={`${trouble.code} ${trouble.text}`}>
              <span className="pr-quiet">
                <Time at={trouble.at} as="time" seconds />
              </span>
              <span className="pr-long">
                {words(trouble.text) || t('live.noWords')} {trouble.code && <Mono>{trouble.code}</Mono>}
              </span>
              <span className="pr-quiet pr-nowrap">
                {trouble.count > 1 && t('live.times', { count: trouble.count, number: format.count(trouble.count) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
