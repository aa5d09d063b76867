import { dayOf, daysLater } from '@/lib/days';

export const PERIODS = ['today', 'week', 'month', 'days'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** When replies came, as the address says it. */
export interface Period {
  /** None: at any time. */
  name: PeriodName | undefined;
  /** First and last day, such as 2026-06-08; both belong to it. Only where the days are chosen one by one. */
  from: string;
  to: string;
}

/** Reads the address; what makes no sense there is as if it were not there. */
export function periodOf(words: Record<string, string | undefined>): Period {
  const name = PERIODS.find((one) => one === words['period']);
  const day = (word: string | undefined) => (name === 'days' && word && dayOf(word) ? word : '');
  return { name, from: day(words['from']), to: day(words['to']) };
}

/** Whether the last day comes before the first. */
export function isTurned({ from, to }: Period): boolean {
  return from !== '' && to !== '' && to < from;
}

/** The words of the server's operation; a side without a limit is left out. */
export function limitsOf({ name, from, to }: Period, now: Date): { from?: string; to?: string } {
  const since = (days: number) => ({ from: daysLater(now, -days).toISOString() });
  switch (name) {
    case 'today':
      return since(0);
    case 'week':
      return since(6);
    case 'month':
      return since(29);
    case 'days': {
      const [first, last] = [dayOf(from), dayOf(to)];
      return {
        ...(first && { from: first.toISOString() }),
        ...(last && { to: daysLater(last, 1).toISOString() }),
      };
    }
    case undefined:
      return {};
  }
}
