import { useMemo } from 'react';
import { useLanguage } from '../i18n/useLanguage';
import * as format from '.';

/** The formatters in the person's language. */
export function useFormat() {
  const language = useLanguage();
  return useMemo(
    () => ({
      count: (value: number) => format.count(value, language),
      exact: (value: number) => format.exact(value, language),
      share: (value: number) => format.share(value, language),
      money: (value: number, currency: string, small?: boolean) => format.money(value, currency, language, small),
      costs: (amounts: { currency: string; amount: string }[]) => format.costs(amounts, language),
      bytes: (value: number) => format.bytes(value, language),
      duration: (millis: number) => format.duration(millis, language),
      time: (at: Date, options?: { zone?: boolean; seconds?: boolean }) => format.time(at, language, options),
      date: (at: Date) => format.date(at, language),
      near: (at: Date, now?: Date) => format.near(at, language, now),
      moment: (at: Date) => format.moment(at, language),
      range: (from: Date, to: Date) => format.range(from, to, language),
      phone: format.phone,
    }),
    [language],
  );
}
