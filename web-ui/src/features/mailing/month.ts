/** The days that a month's page shows, six weeks at most, whole weeks from Monday on. */
export function daysOf(year: number, month: number): Date[] {
  const first = new Date(year, month, 1);
  const lead = (first.getDay() + 6) % 7;
  const weeks = Math.ceil((lead + new Date(year, month + 1, 0).getDate()) / 7);
  return Array.from({ length: weeks * 7 }, (_, i) => new Date(year, month, 1 - lead + i));
}

/** Year and month as the address has them, such as 2026-06. */
export function monthWord(at: Date): string {
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}`;
}

/** The first day of the month that a word of the address names; this month for anything else. */
export function monthOf(word: string | undefined, now: Date): Date {
  const match = /^(\d{4})-(\d{2})$/.exec(word ?? '');
  const month = Number(match?.[2]);
  return match && month >= 1 && month <= 12
    ? new Date(Number(match[1]), month - 1, 1)
    : new Date(now.getFullYear(), now.getMonth(), 1);
}

export function sameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString();
}
