import { useTranslation } from 'react-i18next';
import { StackedBar } from '@/components';
import { useFormat } from '@/lib/format/useFormat';
import { barParts, handedOver, type Progress } from './progress';

/** How far a run is, in one bar; the numbers are said to those who do not see it. */
export function RunBar({ progress, size = 'sm' }: { progress: Progress; size?: 'sm' | 'xl' }) {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const parts = barParts(progress, (name) => t(`outcome.${name}`));
  const words = [
    t('bar.sent', { sent: format.exact(handedOver(progress)), total: format.exact(progress.total) }),
    ...parts.filter((part) => part.value > 0).map((part) => `${part.label}: ${format.exact(part.value)}`),
  ];
  return <StackedBar parts={parts} total={progress.total} label={words.join(', ')} size={size} />;
}
