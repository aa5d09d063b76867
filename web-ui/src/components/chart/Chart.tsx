import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Legend } from '../Figures';
import classes from './Chart.module.css';
import { NumberTable } from '../table/NumberTable';
import type { ChartContent } from './series';
import { ViewSwitch, type View } from './ViewSwitch';

const Plot = lazy(() => import('./Plot'));

interface ChartProps extends ChartContent {
  title: string;
  /** What the categories are, such as "Hour"; heads the first column of the table. */
  categoryName: string;
}

/** A chart with its legend, and the same numbers as a table. The library that draws is loaded when the first one is shown. */
export function Chart({ title, categoryName, kind, categories, series, format }: ChartProps) {
  const { t } = useTranslation('kit');
  const [view, setView] = useState<View>('chart');
  const content = useMemo(() => ({ kind, categories, series, format }), [kind, categories, series, format]);
  const sums = series.map((one) => ({
    key: one.key,
    label: one.name,
    meaning: one.meaning,
    hatched: one.hatched ?? false,
    value: one.values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
  }));
  return (
    <section className={classes.chart} aria-label={title}>
      <div className={classes.top}>
        <h2 className={classes.title}>{title}</h2>
        <ViewSwitch view={view} setView={setView} />
      </div>
      {view === 'chart' ? (
        <>
          <Suspense fallback={<Skeleton height={240} radius="sm" />}>
            <Plot content={content} label={t('chart.picture', { title })} />
          </Suspense>
          {series.length > 1 && <Legend parts={sums} format={format} />}
        </>
      ) : (
        <Numbers title={title} categoryName={categoryName} content={content} />
      )}
    </section>
  );
}

function Numbers({ title, categoryName, content }: { title: string; categoryName: string; content: ChartContent }) {
  return (
    <NumberTable caption={title}>
      <thead>
        <tr>
          <th scope="col">{categoryName}</th>
          {content.series.map((one) => (
            <th key={one.key} scope="col">
              {one.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {content.categories.map((category, i) => (
          // Two of them may have one name, such as mailings.
          <tr key={i}>
            <th scope="row">{category}</th>
            {content.series.map((one) => {
              const value = one.values[i];
              return <td key={one.key}>{value == null ? '–' : content.format(value)}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </NumberTable>
  );
}
