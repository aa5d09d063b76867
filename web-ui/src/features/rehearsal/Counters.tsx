import { useTranslation } from 'react-i18next';
import { Figure, KpiRow } from '@/components';
import { useFormat } from '@/lib/format/useFormat';
import type { Simulator } from './queries';

/** What the simulator has counted since it started. */
export function Counters({ figures }: { figures: NonNullable<Simulator['statistics']> }) {
  const { t } = useTranslation('rehearsal');
  const format = useFormat();
  const count = (value = 0) => format.count(value);
  const { undelivered = 0, expired = 0, submitted = 0, refused = 0, phones = 0 } = figures;
  const words = (key: string, value = 0) => t(key, { count: value, number: format.exact(value) });
  return (
    <KpiRow>
      <Figure label={t('count.messages')} value={count(figures.messages)} note={words('count.parts', submitted)} />
      <Figure label={t('count.phones')} value={count(phones)} note={t('count.phonesWhy')} />
      <Figure
        label={t('count.delivered')}
        value={count(figures.delivered)}
        note={words('count.failed', undelivered + expired)}
      />
      <Figure label={t('count.refused')} value={count(refused)} note={t('count.refusedWhy')} />
      <Figure
        label={t('count.receipts')}
        value={count(figures.receipts)}
        note={words('count.onTheWay', figures.receiptsWaiting)}
      />
      <Figure
        label={t('count.clicked')}
        value={count(figures.peopleWhoClicked)}
        note={words('count.clicksToCome', figures.clicksWaiting)}
      />
    </KpiRow>
  );
}
