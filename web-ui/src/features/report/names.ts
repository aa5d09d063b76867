import { useLanguage } from '@/lib/i18n/useLanguage';
import type { Row } from './figures';

/** How a row is called: its hour, its day or its mailing. */
export function useRowName(nameless: string): (row: Row) => string {
  const locale = useLanguage() === 'ru' ? 'ru-RU' : 'en-GB';
  const hour = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (row) => {
    if (row.date) return day.format(new Date(`${row.date}T00:00:00Z`));
    return row.at ? hour.format(new Date(row.at)) : (row.mailing ?? nameless);
  };
}
