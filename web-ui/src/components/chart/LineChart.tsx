import { useTranslation } from 'react-i18next';
import classes from './Chart.module.css';
import type { Meaning } from '../StatePill';

interface LineChartProps {
  /** Values at equal distances, the newest last. */
  values: number[];
  /** What it shows, for those who do not see it. */
  label: string;
  meaning?: Exclude<Meaning, 'outlined'>;
  width?: number;
  height?: number;
  /** The least value of the upper end, such as a limit. */
  top?: number;
  format?: (value: number) => string;
  /** A line of its own size in a row of text, without axes; else it fills its place and names its upper end. */
  spark?: boolean;
}

function path(values: number[], width: number, height: number, top: number): string {
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  return values
    .map(
      (value, i) =>
        `${i === 0 ? 'M' : 'L'}${(i * step).toFixed(1)} ${(height - 1 - (value / top) * (height - 3)).toFixed(1)}`,
    )
    .join('');
}

/** A small line of what happens now. Reports have real charts; they are loaded only there. */
export function LineChart({
  values,
  label,
  meaning = 'accent',
  width = 84,
  height = 22,
  top = 0,
  format = String,
  spark = true,
}: LineChartProps) {
  const { t } = useTranslation('kit');
  const highest = Math.max(0, ...values);
  const upper = Math.max(top, highest, 1e-9);
  const line = path(values, width, height, upper);
  const words = t('chart.latest', { value: format(values[values.length - 1] ?? 0), highest: format(highest) });
  return (
    <figure className={classes.figure} data-spark={spark || undefined}>
      {!spark && <span className={classes.upper}>{format(upper)}</span>}
      <svg
        className={classes.svg}
        data-meaning={meaning}
        width={spark ? width : '100%'}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label}: ${words}`}
      >
        {values.length > 1 && (
          <>
            <path className={classes.area} d={`${line}L${width} ${height}L0 ${height}Z`} />
            <path className={classes.line} d={line} vectorEffect="non-scaling-stroke" />
          </>
        )}
      </svg>
    </figure>
  );
}
