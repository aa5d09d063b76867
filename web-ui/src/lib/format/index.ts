import type { Language } from '../i18n';

/** Numbers, dates and phones as the design language writes them; pure, so that tests and charts can use them too. */
const LOCALE: Record<Language, string> = { en: 'en-GB', ru: 'ru-RU' };
const MILLION = 1_000_000;
const NBSP = '\u00a0';
const MINUS = '\u2212';
const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numbers(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${language}${JSON.stringify(options)}`;
  const found = cache.get(key) ?? new Intl.NumberFormat(LOCALE[language], options);
  cache.set(key, found);
  return found as Intl.NumberFormat;
}

function dates(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${language}${JSON.stringify(options)}`;
  const found = cache.get(key) ?? new Intl.DateTimeFormat(LOCALE[language], options);
  cache.set(key, found);
  return found as Intl.DateTimeFormat;
}

function written(text: string): string {
  return text.replace(/[\s\u202f]/g, NBSP).replace(/^-/, MINUS);
}

/** 4,190 or 4 190; shortened only from a million on: 1.2M. */
export function count(value: number, language: Language): string {
  return Math.abs(value) < MILLION
    ? exact(value, language)
    : written(numbers(language, { notation: 'compact', maximumFractionDigits: 1 }).format(value));
}

/** Every digit, also above a million. */
export function exact(value: number, language: Language): string {
  return written(numbers(language, { maximumFractionDigits: 2 }).format(value));
}

/** 0.949 → 94.9% or 94,9 %; two decimals below half a percent. */
export function share(value: number, language: Language): string {
  const digits = value !== 0 && Math.abs(value) < 0.005 ? 2 : 1;
  return written(
    numbers(language, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
  );
}

/** $35.30 or 35,30 $; `small` for a price a part: four decimals. */
export function money(value: number, currency: string, language: Language, small = false): string {
  const digits = small ? 4 : 2;
  return written(
    numbers(language, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value),
  );
}

/** What things cost, one amount a currency, as the API says it: $35.30 + 12 ₸; as many decimals as it takes below one. */
export function costs(amounts: { currency: string; amount: string }[], language: Language): string {
  return amounts
    .map(({ currency, amount }) => {
      const value = Number(amount);
      const digits = Math.abs(value) < 1 ? 6 : 2;
      return written(
        numbers(language, {
          style: 'currency',
          currency,
          currencyDisplay: 'narrowSymbol',
          minimumFractionDigits: 2,
          maximumFractionDigits: digits,
        }).format(value),
      );
    })
    .join(' + ');
}

/** 10.5 kB, as programs count: by 1,000. */
export function bytes(value: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, value < 1 ? 0 : Math.floor(Math.log10(value) / 3));
  return written(
    numbers(language, {
      style: 'unit',
      unit: units[step] ?? 'byte',
      unitDisplay: 'short',
      maximumFractionDigits: step === 0 ? 0 : 1,
    }).format(value / 1000 ** step),
  );
}

/** 180 ms, 7 min 27 s, 2 d 3 h: two units at most. */
export function duration(millis: number, language: Language): string {
  const unit = (name: string, value: number) =>
    written(numbers(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value)).replace(/\.$/, '');
  if (millis < 1000) return unit('millisecond', Math.round(millis));
  const seconds = Math.round(millis / 1000);
  const parts: [string, number][] = [
    ['day', Math.floor(seconds / 86400)],
    ['hour', Math.floor(seconds / 3600) % 24],
    ['minute', Math.floor(seconds / 60) % 60],
    ['second', seconds % 60],
  ];
  const first = parts.findIndex(([, value]) => value > 0);
  return parts
    .slice(first, first + 2)
    .filter(([, value]) => value > 0)
    .map(([name, value]) => unit(name, value))
    .join(' ');
}

/** 14:12, with the zone 14:12 HST; seconds only where it is live. */
export function time(at: Date, language: Language, options: { zone?: boolean; seconds?: boolean } = {}): string {
  return dates(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(options.seconds ? { second: '2-digit' } : {}),
    ...(options.zone ? { timeZoneName: 'short' } : {}),
  }).format(at);
}

/** 15 June, with the year where it is not this one. */
export function date(at: Date, language: Language, now: Date = new Date()): string {
  const year = at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return dates(language, { day: 'numeric', month: 'long', ...year })
    .format(at)
    .replace(/ г\.$/, '');
}

/** Everything there is to say: Tuesday, 16 June 2026 at 14:07:12 HST. */
export function moment(at: Date, language: Language): string {
  return dates(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(at);
}

/** In 4 min, 3 hours ago; from a day on the date with the time. */
export function near(at: Date, language: Language, now: Date = new Date()): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const away = Math.abs(seconds);
  if (away >= 86400) return `${date(at, language, now)}, ${time(at, language)}`;
  const relative = new Intl.RelativeTimeFormat(LOCALE[language], { numeric: 'auto', style: 'short' });
  if (away < 60) return relative.format(Math.sign(seconds) * Math.floor(away), 'second').replace(/\.(?=\s|$)/, '');
  const [value, unit] =
    away < 3600 ? [Math.trunc(seconds / 60), 'minute' as const] : [Math.trunc(seconds / 3600), 'hour' as const];
  return relative.format(value, unit).replace(/\.(?=\s|$)/, '');
}

/** 8–20 June 2026. */
export function range(from: Date, to: Date, language: Language): string {
  return dates(language, { day: 'numeric', month: 'long', year: 'numeric' })
    .formatRange(from, to)
    .replace(/\s[–-]\s|[–-]/g, '–')
    .replace(/ г\.$/, '');
}

export { phone } from './phone';
