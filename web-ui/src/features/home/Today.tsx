import { useTranslation } from 'react-i18next';
import { Count, Figure, KpiRow } from '@/components';
import { useSession } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { useToday } from './useHome';

const NONE = '–';

/** The day in four figures. */
export function Today() {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { me } = useSession();
  const today = useToday();
  const totals = today.data?.totals;
  // Without the figures the page says enough; the report itself tells what is wrong.
  if (today.isError) return null;
  const rate = (value: number | null | undefined) => (value == null ? NONE : format.share(value));
  // Clicks may be faster than receipts; more than all of the delivered says nothing.
  const ctr = totals?.ctr;
  const bad = totals ? totals.undelivered + totals.refused + totals.expired : 0;
  return (
    <KpiRow busy={today.isPending || today.isPlaceholderData}>
      <Figure
        label={me?.environment === 'rehearsal' ? t('today.rehearsed') : t('today.sent')}
        value={totals ? <Count value={totals.sent} /> : NONE}
        note={totals && t('today.parts', { count: totals.parts, parts: format.count(totals.parts) })}
      />
      <Figure
        label={t('today.delivered')}
        value={rate(totals?.deliveryRate)}
        note={totals && t('today.receipts', { count: totals.delivered, delivered: format.count(totals.delivered) })}
      />
      <Figure
        label={t('today.clicked')}
        value={totals ? <Count value={totals.uniqueClicks} /> : NONE}
        note={ctr != null && ctr <= 1 && t('today.ctr', { share: format.share(ctr) })}
      />
      <Figure
        label={t('today.undelivered')}
        value={totals ? <Count value={bad} /> : NONE}
        note={totals && t('today.onTheWay', { waiting: format.count(totals.awaitingReceipt) })}
      />
    </KpiRow>
  );
}
