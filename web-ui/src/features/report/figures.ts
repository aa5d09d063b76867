import { OUTCOMES } from '@/components/outcomes';
import type { Schema } from '@/lib/api';

export type Figures = Schema<'ChannelFigures'>;
export type Report = Schema<'ChannelReport'>;
export type Row = Report['rows'][number];

/** How a figure is written: as a number, as a share of one, with decimals, or as amounts of money. */
type Kind = 'count' | 'share' | 'ratio' | 'cost';

export interface FigureOf {
  id: string;
  kind: Kind;
  of: (figures: Figures) => number | null;
  /** Whether more of it is clearly better or clearly worse. */
  better?: 'more' | 'less';
}

const FIGURES = {
  sent: { kind: 'count', of: (f) => f.sent },
  parts: { kind: 'count', of: (f) => f.parts },
  partsEach: { kind: 'ratio', of: (f) => (f.sent > 0 ? f.parts / f.sent : null), better: 'less' },
  delivered: { kind: 'count', of: (f) => f.delivered },
  deliveryRate: { kind: 'share', of: (f) => f.deliveryRate, better: 'more' },
  undelivered: { kind: 'count', of: (f) => f.undelivered, better: 'less' },
  expired: { kind: 'count', of: (f) => f.expired, better: 'less' },
  refused: { kind: 'count', of: (f) => f.refused, better: 'less' },
  awaitingReceipt: { kind: 'count', of: (f) => f.awaitingReceipt },
  noReceipt: { kind: 'count', of: (f) => f.noReceipt, better: 'less' },
  inDoubt: { kind: 'count', of: (f) => f.inDoubt, better: 'less' },
  uniqueClicks: { kind: 'count', of: (f) => f.uniqueClicks, better: 'more' },
  ctr: { kind: 'share', of: (f) => f.ctr, better: 'more' },
  clicks: { kind: 'count', of: (f) => f.clicks },
  robots: { kind: 'count', of: (f) => f.robots },
  // Amounts of several currencies are no number; see useFigure.
  cost: { kind: 'cost', of: () => null },
} as const satisfies Record<string, Omit<FigureOf, 'id'>>;

export type FigureId = keyof typeof FIGURES;

export function figure(id: FigureId): FigureOf & { id: FigureId } {
  return { id, ...FIGURES[id] };
}

/** Sets of figures for a purpose; the first is what one looks at for SMS. */
export const SETS = {
  sms: {
    loud: ['sent', 'parts', 'delivered', 'undelivered', 'awaitingReceipt', 'uniqueClicks', 'cost'],
    columns: [
      'sent',
      'parts',
      'delivered',
      'deliveryRate',
      'undelivered',
      'awaitingReceipt',
      'uniqueClicks',
      'ctr',
      'cost',
    ],
  },
  delivery: {
    loud: ['sent', 'delivered', 'undelivered', 'expired', 'refused', 'noReceipt', 'inDoubt'],
    columns: [
      'sent',
      'delivered',
      'deliveryRate',
      'undelivered',
      'expired',
      'refused',
      'noReceipt',
      'inDoubt',
      'awaitingReceipt',
    ],
  },
  clicks: {
    loud: ['delivered', 'uniqueClicks', 'ctr', 'clicks', 'robots'],
    columns: ['delivered', 'uniqueClicks', 'ctr', 'clicks', 'robots'],
  },
  all: {
    loud: ['sent', 'parts', 'delivered', 'undelivered', 'awaitingReceipt', 'uniqueClicks', 'cost'],
    columns: Object.keys(FIGURES) as FigureId[],
  },
} as const satisfies Record<string, { loud: readonly FigureId[]; columns: readonly FigureId[] }>;

export type SetName = keyof typeof SETS;
export const SET_NAMES = Object.keys(SETS) as SetName[];

/** The figures of a set that the report has: a cost only where something has one. */
export function shown(ids: readonly FigureId[], report: Report): FigureId[] {
  return ids.filter((id) => id !== 'cost' || report.totals.cost.length > 0);
}

/** What stands small under a loud figure: the share that it is. */
export const SHARES: Partial<Record<FigureId, FigureId>> = {
  parts: 'partsEach',
  delivered: 'deliveryRate',
  uniqueClicks: 'ctr',
};

/** Whether nothing happened in a row. */
export function quiet(row: Row): boolean {
  return row.sent === 0 && row.clicks === 0 && row.robots === 0 && OUTCOMES.every(([id]) => row[id] === 0);
}

/** Whether anything happened in the period before, so that a change says something. */
export function comparable(report: Report): boolean {
  return report.previous.sent > 0 || report.previous.clicks > 0;
}

/** Rows from the first in which something happened to the last; all of them if nothing did. */
export function busyRows(rows: Row[]): Row[] {
  const first = rows.findIndex((row) => !quiet(row));
  return first < 0 ? rows : rows.slice(first, rows.length - [...rows].reverse().findIndex((row) => !quiet(row)));
}

/** How much a figure has changed; nothing where one of both is not there. */
export function change(id: FigureId, now: Figures, before: Figures): { by: number; good: boolean | undefined } | null {
  const { of, better } = figure(id);
  const [a, b] = [of(now), of(before)];
  if (a === null || b === null) return null;
  const by = a - b;
  return { by, good: better && by !== 0 ? by > 0 === (better === 'more') : undefined };
}

/**
 * How high a row stands in a pile. What comes to a state in one hour may leave it in a later one, as a doubt that a receipt
 * resolves: that hour has none of it, and nothing points downwards.
 */
export function heightOf<K extends string>(row: Record<NoInfer<K>, number>, id: K): number {
  return Math.max(0, row[id]);
}
