/** A day as an address has it, such as 2026-06-08, in the time zone of the browser. */
export function dayWord(day: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Begin of the day that a word names; nothing for a word that names none. */
export function dayOf(word: string): Date | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word);
  if (!match) return undefined;
  const day = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return dayWord(day) === word ? day : undefined;
}

/** Begin of the day so many days later; of the same day for 0. */
export function daysLater(day: Date, days: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days);
}
