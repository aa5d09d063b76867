import { Card } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Figure, KpiRow, Mono, Time } from '@/components';
import type { Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import classes from './sender.module.css';

/** What the sender does at this moment, and what the operator complained of lately. */
export function LiveCard({ state }: { state: Schema<'SenderState'> }) {
  const { t } = useTranslation('sender');
  const format = useFormat();
  const rate = (value: number | undefined) => format.exact(Math.round((value ?? 0) * 10) / 10);
  const troubles = state.troubles ?? [];
  return (
    <section className={classes.stack} aria-label={t('live.title')}>
      <KpiRow>
        <Figure label={t('live.messages')} value={rate(state.messagesPerSecond)} />
        <Figure label={t('live.receipts')} value={rate(state.receiptsPerSecond)} />
        <Figure
          label={t('live.inFlight')}
          value={format.count(state.inFlight ?? 0)}
          of={state.window ? t('live.ofWindow', { window: format.count(state.window) }) : undefined}
        />
        <Figure label={t('live.waiting')} value={format.count(state.waiting ?? 0)} />
      </KpiRow>
      <Card>
        <h2 className={classes.title}>{t('live.connection')}</h2>
        <p className="pr-long" role="status">
          {state.detail || t(`live.phase.${state.phase}`)}
        </p>
        {troubles.length > 0 && (
          <ul className={classes.troubles} aria-label={t('live.troubles')}>
            {troubles.map((trouble, i) => (
              <li key={i}>
                <Time at={trouble.at} as="time" seconds /> <Mono>{trouble.code}</Mono> {trouble.text}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </section>
  );
}
