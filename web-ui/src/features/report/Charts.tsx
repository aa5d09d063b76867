import { Card } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '@/components';
import { OUTCOMES } from '@/components/outcomes';
import { useFormat } from '@/lib/format/useFormat';
import { busyRows, heightOf, type FigureId, type Report } from './figures';
import { useRowName } from './names';
import type { Group } from './question';
import { useFigure } from './useFigure';

const LINES = {
  traffic: [
    ['sent', 'accent'],
    ['delivered', 'green'],
  ],
  clicks: [
    ['uniqueClicks', 'accent'],
    ['clicks', 'sky'],
  ],
} as const satisfies Record<string, readonly (readonly [FigureId, 'accent' | 'green' | 'sky'])[]>;
/** Lying bars of more mailings than these say nothing; the table has all. */
const MOST_BARS = 20;

interface ChartsProps {
  report: Report;
  group: Group;
  /** Whether quiet rows before the first and after the last are left out. */
  trimmed: boolean;
}

function useRows({ report, group, trimmed }: ChartsProps) {
  const { t } = useTranslation('report');
  const name = useRowName(t('row.nameless'));
  return useMemo(() => {
    const rows = group === 'mailing' ? report.rows.slice(0, MOST_BARS) : trimmed ? busyRows(report.rows) : report.rows;
    return { rows, categories: rows.map(name) };
    // The names change with the language, which draws the whole page anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [report, group, trimmed]);
}

/** What became of the messages, on top of each other. */
export function OutcomeChart(props: ChartsProps) {
  const { t } = useTranslation('report');
  const { name } = useFigure();
  const format = useFormat();
  const { rows, categories } = useRows(props);
  const mailings = props.group === 'mailing';
  // By time a message that gets its receipt is taken off the way in a later hour: a bar of that would point downwards.
  const outcomes = OUTCOMES.filter(([id]) => mailings || id !== 'awaitingReceipt');
  return (
    <Card>
      <Chart
        title={t(`chart.outcome.${props.group}`)}
        categoryName={t(`row.${props.group}`)}
        kind={mailings ? 'stackedRows' : 'stack'}
        categories={categories}
        series={outcomes
          .filter(([id]) => id === 'delivered' || rows.some((row) => heightOf(row, id) > 0))
          .map(([id, meaning, hatched]) => ({
            key: id,
            name: name(id),
            meaning,
            hatched,
            values: rows.map((row) => heightOf(row, id)),
          }))}
        format={format.count}
      />
    </Card>
  );
}

/** How much of it was when, as lines. */
export function LinesChart({ what, ...props }: ChartsProps & { what: keyof typeof LINES }) {
  const { t } = useTranslation('report');
  const { name } = useFigure();
  const format = useFormat();
  const { rows, categories } = useRows(props);
  return (
    <Card>
      <Chart
        title={t(`chart.${what}.${props.group}`)}
        categoryName={t(`row.${props.group}`)}
        kind={props.group === 'mailing' ? 'rows' : 'line'}
        categories={categories}
        series={LINES[what].map(([id, meaning]) => ({
          key: id,
          name: name(id),
          meaning,
          values: rows.map((row) => row[id]),
        }))}
        format={format.count}
      />
    </Card>
  );
}
