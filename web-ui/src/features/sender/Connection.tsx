import { useTranslation } from 'react-i18next';
import { Time } from '@/components';
import { useFormat } from '@/lib/format/useFormat';
import type { State } from './queries';
import classes from './sender.module.css';
import { Words } from './Words';

/** How the connection is, since when, and how fast the operator answers. */
export function Connection({ state }: { state: State }) {
  const { t } = useTranslation('sender');
  const format = useFormat();
  const { health, since, phase, slowed, broken, submitLatency, receiptDelay } = state;
  const delay = (of: NonNullable<State['submitLatency']>) =>
    t('live.delay', {
      median: format.duration(Math.max(1, of.medianMillis)),
      most: format.duration(Math.max(1, of.p95Millis)),
      highest: format.duration(Math.max(1, of.p99Millis)),
    });
  return (
    <>
      <p className={classes.line} role="status">
        {t(`health.${health.code}`, { defaultValue: health.sentence })}
      </p>
      {state.detail && (
        <p className={`${classes.line} pr-small pr-quiet pr-long`}>
          <Words text={state.detail} />
        </p>
      )}
      {slowed && health.code !== 'operator-full' && <p className={`${classes.line} pr-small`}>{t('live.slowed')}</p>}
      <dl className={classes.facts}>
        {broken && (
          <>
            <dt>{t('live.broken')}</dt>
            <dd className="pr-long">
              <Words text={broken.reason} />
            </dd>
            <dt>{t('live.nextTry')}</dt>
            <dd>
              {broken.restSeconds > 0
                ? t('live.nextTryIn', { time: format.duration(broken.restSeconds * 1000) })
                : t('live.nextTryNow')}
            </dd>
          </>
        )}
        {since && phase !== 'stopped' && (
          <>
            <dt>{t(phase === 'up' ? 'live.up' : 'live.away')}</dt>
            <dd>
              <Time at={since} />
            </dd>
          </>
        )}
        {submitLatency && (
          <>
            <dt>{t('live.answers')}</dt>
            <dd>{delay(submitLatency)}</dd>
          </>
        )}
        {receiptDelay && (
          <>
            <dt>{t('live.delivery')}</dt>
            <dd>{delay(receiptDelay)}</dd>
          </>
        )}
      </dl>
    </>
  );
}
