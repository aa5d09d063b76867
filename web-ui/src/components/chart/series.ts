import type { Meaning } from '../StatePill';

/** One line or one colour of bars. */
export interface Series {
  key: string;
  /** What it counts, in words. */
  name: string;
  /** A value a category; null where there is none. */
  values: (number | null)[];
  meaning: Exclude<Meaning, 'outlined'>;
  /** The second of two equal colours. */
  hatched?: boolean;
}

export interface ChartContent {
  /** line: over time; bar: side by side; stack: on top of each other; rows and stackedRows: lying, for names that are long. */
  kind: 'line' | 'bar' | 'stack' | 'rows' | 'stackedRows';
  /** What stands along the axis, such as hours or reasons, in words. */
  categories: string[];
  series: Series[];
  format: (value: number) => string;
}

export function isLying(kind: ChartContent['kind']): boolean {
  return kind === 'rows' || kind === 'stackedRows';
}
