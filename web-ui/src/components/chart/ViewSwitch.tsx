import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export type View = 'chart' | 'table';

/** Between a chart and its numbers. */
export function ViewSwitch({ view, setView }: { view: View; setView: (view: View) => void }) {
  const { t } = useTranslation('kit');
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('chart.view')}
      value={view}
      onChange={(next) => setView(next as View)}
      data={[
        { value: 'chart', label: t('chart.chart') },
        { value: 'table', label: t('chart.table') },
      ]}
    />
  );
}
