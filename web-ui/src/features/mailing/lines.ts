import type { Schema } from '@/lib/api';

export interface WaterfallLine {
  /** Key under `waterfall`. */
  key: string;
  label: string;
  value: number;
  kind: 'kept' | 'off' | 'result';
}

type Word = (key: string) => string;

/** What will happen, before launch. */
export function audienceLines(audience: Schema<'MailingAudience'>, t: Word): WaterfallLine[] {
  const number = (value: number | null | undefined) => value ?? 0;
  return [
    { key: 'received', label: t('waterfall.received'), value: number(audience.received), kind: 'kept' },
    { key: 'notSubscribed', label: t('waterfall.notSubscribed'), value: number(audience.notSubscribed), kind: 'off' },
    { key: 'found', label: t('waterfall.found'), value: number(audience.found), kind: 'kept' },
    { key: 'duplicates', label: t('waterfall.duplicates'), value: number(audience.duplicates), kind: 'off' },
    ...(audience.limit
      ? [{ key: 'overLimit', label: t('waterfall.overLimit'), value: number(audience.overLimit), kind: 'off' as const }]
      : []),
    { key: 'recipients', label: t('waterfall.recipients'), value: number(audience.recipients), kind: 'result' },
  ];
}

/** What happened in a run. */
export function runLines(figures: Schema<'RunFigures'>, t: Word): WaterfallLine[] {
  const reasons = Object.entries(figures.exclusions).filter(([reason, n]) => reason !== 'duplicate-phone' && n > 0);
  return [
    { key: 'received', label: t('waterfall.received'), value: figures.received, kind: 'kept' },
    { key: 'notSubscribed', label: t('waterfall.notSubscribed'), value: figures.notSubscribed, kind: 'off' },
    { key: 'found', label: t('waterfall.found'), value: figures.found, kind: 'kept' },
    { key: 'duplicates', label: t('waterfall.duplicates'), value: figures.duplicates, kind: 'off' },
    ...reasons.map(([reason, value]) => ({ key: reason, label: t(`reason.${reason}`), value, kind: 'off' as const })),
    { key: 'recipients', label: t('waterfall.recipients'), value: figures.recipients, kind: 'result' },
  ];
}

/** Where the bar of each line begins and how wide it is, in percent; what falls off ends where the rest before it ended. */
export function barsOf(lines: Pick<WaterfallLine, 'kind' | 'value'>[]): { from: number; width: number }[] {
  const most = Math.max(1, ...lines.map((line) => line.value));
  let rest = 0;
  return lines.map(({ kind, value }) => {
    rest = kind === 'off' ? Math.max(0, rest - value) : value;
    return { from: kind === 'off' ? (100 * rest) / most : 0, width: (100 * value) / most };
  });
}
