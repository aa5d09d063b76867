import { dayOf, daysLater } from '@/lib/days';

/** What the address of a report says, and what the server is asked for it. */
export const PERIODS = ['today', 'yesterday', 'week', 'month', 'quarter', 'life', 'days'] as const;
export type PeriodName = (typeof PERIODS)[number];
export const GROUPS = ['hour', 'day', 'mailing'] as const;
export type Group = (typeof GROUPS)[number];

/** Hours are only listed for so many days. */
export const MOST_DAYS_BY_HOUR = 31;
export const MOST_DAYS = 366;
export const MOST_MAILINGS = 50;

export interface Question {
  mailings: string[];
  period: PeriodName;
  /** First and last day, such as 2026-06-08; both belong to the period. Empty unless the days are chosen one by one. */
  from: string;
  to: string;
  /** None as long as nobody has chosen: then the length of the period tells. */
  group: Group | undefined;
  /** Whether tests and rehearsals count too. */
  trials: boolean;
}

type Words = Record<string, string | undefined>;

const named = <T extends string>(names: readonly T[], word: string | undefined) => names.find((name) => name === word);

/** Reads the address; what makes no sense there is as if it were not there. */
export function questionOf(words: Words): Question {
  const mailings = (words['mailing'] ?? '').split(',').filter((id) => /^\d{1,18}$/.test(id));
  const period = named(PERIODS, words['period']) ?? (mailings.length > 0 ? 'life' : 'month');
  return {
    mailings: [...new Set(mailings)].slice(0, MOST_MAILINGS),
    period: period === 'life' && mailings.length === 0 ? 'month' : period,
    from: words['from'] ?? '',
    to: words['to'] ?? '',
    group: named(GROUPS, words['group']),
    trials: words['trials'] === 'yes',
  };
}

/** Why chosen days are no period; nothing if they are one. */
export type DaysFault = 'missing' | 'turned' | 'long';

export function daysFault({ period, from, to }: Question): DaysFault | undefined {
  if (period !== 'days') return undefined;
  const [first, last] = [dayOf(from), dayOf(to)];
  if (!first || !last) return 'missing';
  if (last < first) return 'turned';
  return daysBetween(first, last) > MOST_DAYS ? 'long' : undefined;
}

function daysBetween(first: Date, last: Date): number {
  return Math.round((last.getTime() - first.getTime()) / 86_400_000) + 1;
}

/** Where a period begins and ends; without an end it lasts until now, without a begin since the first run. */
export function limits(question: Question, now: Date): { from?: string; to?: string } {
  const today = daysLater(now, 0);
  const since = (days: number) => ({ from: daysLater(today, -days).toISOString() });
  switch (question.period) {
    case 'today':
      return since(0);
    case 'yesterday':
      return { ...since(1), to: today.toISOString() };
    case 'week':
      return since(6);
    case 'month':
      return since(29);
    case 'quarter':
      return since(89);
    case 'life':
      return {};
    case 'days': {
      const [first, last] = [dayOf(question.from), dayOf(question.to)];
      if (!first || !last) return {};
      return { from: first.toISOString(), ...(last < today ? { to: daysLater(last, 1).toISOString() } : {}) };
    }
  }
}

/** How many days it is about; nothing where only the server knows. */
export function daysIn(question: Question): number | undefined {
  const [first, last] = [dayOf(question.from), dayOf(question.to)];
  const chosen = first && last ? daysBetween(first, last) : undefined;
  return { today: 1, yesterday: 1, week: 7, month: 30, quarter: 90, life: undefined, days: chosen }[question.period];
}

/** What a row is: what was chosen if that can be, else hours for two days at most. */
export function groupOf(question: Question): Group {
  const days = daysIn(question);
  const tooLong = question.group === 'hour' && days !== undefined && days > MOST_DAYS_BY_HOUR;
  if (question.group && !tooLong) return question.group;
  return days !== undefined && days <= 2 ? 'hour' : 'day';
}

/** The words of the server's operations. */
export function requestOf(question: Question, group: Group, now: Date) {
  return {
    ...limits(question, now),
    ...(question.mailings.length > 0 ? { mailing: question.mailings.join(',') } : {}),
    group,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(question.trials ? { tests: true, rehearsals: true } : {}),
  };
}
