/** Lengths of time as people write them, to and from ISO 8601, in which a gateway's settings have them. */
export const UNITS = ['second', 'minute', 'hour', 'day'] as const;
export type Unit = (typeof UNITS)[number];

const SECONDS: Record<Unit, number> = { second: 1, minute: 60, hour: 3600, day: 86_400 };
const ISO = /^P(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/** PT1H30M as 5400; undefined for what is no length of time, or one that is not read here. */
export function secondsOf(iso: string): number | undefined {
  const found = /\d/.test(iso) ? ISO.exec(iso.trim()) : null;
  if (!found) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
  return days * SECONDS.day + hours * SECONDS.hour + minutes * SECONDS.minute + seconds;
}

/** 5400 as PT5400S; Java reads it like PT1H30M. */
export function isoOf(seconds: number): string {
  return `PT${seconds}S`;
}

/** The largest unit in which it is a whole number: 86400 is 1 day, 90 is 90 seconds. */
export function amountOf(seconds: number): { amount: number; unit: Unit } {
  const unit =
    seconds === 0 ? 'second' : ([...UNITS].reverse().find((one) => seconds % SECONDS[one] === 0) ?? 'second');
  return { amount: seconds / SECONDS[unit], unit };
}

export function inSeconds(amount: number, unit: Unit): number {
  return amount * SECONDS[unit];
}
