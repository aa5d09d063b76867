import { Card } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Figure, KpiRow, StackedBar } from '@/components';
import { useFormat } from '@/lib/format/useFormat';
import { Connection } from './Connection';
import { USUAL_DOUBTS, type Sender } from './draft';
import { Faults } from './Faults';
import { LastMinutes } from './LastMinutes';
import type { State } from './queries';
import classes from './sender.module.css';

/** What the sender does at this moment: speed, window, queue, connection, and what went wrong lately. */
export function LivePanel({ sender, state }: { sender: Sender; state: State }) {
  const { t } = useTranslation('sender');
  const format = useFormat();
  const rate = (value = 0) => format.exact(Math.round(value * 10) / 10);
  const { inFlight = 0, window = sender.window, receiptDelay } = state;
  const answers = receiptDelay
    ? t('live.receiptsAfter', { time: format.duration(receiptDelay.medianMillis) })
    : t('live.receiptsWhy');
  return (
    <section className={classes.stack} aria-label={t('live.title')}>
      <KpiRow>
        <Figure
          label={t('live.messages')}
          value={rate(state.messagesPerSecond)}
          note={<Limit sender={sender} state={state} />}
        />
        <Figure label={t('live.receipts')} value={rate(state.receiptsPerSecond)} note={answers} />
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
        <Figure
          label={t('live.waiting')}
          value={format.count(state.waiting ?? state.queue?.due ?? 0)}
          note={<Queue state={state} />}
        />
      </KpiRow>
      <div className={classes.halves}>
        <Card component="section">
          <h2 className={classes.title}>{t('live.connection')}</h2>
          <Connection state={state} />
        </Card>
        <Card component="section">
          <h2 className={classes.title}>{t('live.lastMinutes')}</h2>
          <LastMinutes history={state.history ?? []} />
        </Card>
      </div>
      <Faults faults={state.errors ?? []} />
      <DoubtPolicy sender={sender} />
    </section>
  );
}

/** What of the queue cannot go now, and why. */
function Queue({ state }: { state: State }) {
  const { t } = useTranslation('sender');
  const format = useFormat();
  const { later = 0, held = 0 } = state.queue ?? {};
  if (later + held === 0) return t('live.waitingWhy');
  return (
    <>
      {later > 0 && (
        <span className={classes.line}>{t('queue.later', { count: later, number: format.exact(later) })}</span>
      )}
      {held > 0 && <span className={classes.line}>{t('queue.held', { count: held, number: format.exact(held) })}</span>}
    </>
  );
}

/** What it does about messages in doubt. */
function DoubtPolicy({ sender }: { sender: Sender }) {
  const { t } = useTranslation('sender');
  const { action, afterMinutes, tries } = { ...USUAL_DOUBTS, ...sender.doubts };
  return (
    <p className="pr-quiet">
      {action === 'hold' ? t('doubts.holds') : t('doubts.sendsAgain', { minutes: afterMinutes, tries })}{' '}
      <Link to="/doubts" search={{ sender: sender.id } as never}>
        {t('doubts.list')}
      </Link>
    </p>
  );
}

/** How fast it may be, and that it is less now because the operator wants it so. */
function Limit({ sender, state }: { sender: Sender; state: State }) {
  const { t } = useTranslation('sender');
  const format = useFormat();
  const { allowedMessagesPerSecond: messages, allowedPartsPerSecond: parts } = state;
  const held = (allowed: number | null | undefined, limit: number | null) =>
    allowed != null && (limit === null || allowed < limit) ? allowed : undefined;
  const heldMessages = held(messages, sender.messagesPerSecond);
  const heldParts = held(parts, sender.partsPerSecond);
  if (heldMessages !== undefined) return t('live.held', { limit: format.exact(Math.round(heldMessages * 10) / 10) });
  if (heldParts !== undefined) return t('live.heldParts', { limit: format.exact(Math.round(heldParts * 10) / 10) });
  if (sender.messagesPerSecond) return t('live.limit', { limit: format.exact(sender.messagesPerSecond) });
  if (sender.partsPerSecond) return t('live.limitParts', { limit: format.exact(sender.partsPerSecond) });
  return t('live.noLimit');
}
