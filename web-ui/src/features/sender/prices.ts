import type { Schema } from '@/lib/api';

export type Prices = Schema<'SenderPrices'>;

/** A price as it stands in the form. */
export interface PriceRow {
  prefix: string;
  price: string;
  /** In ISO 8601; empty for always. */
  validFrom: string;
}

export type PriceDraft = {
  currency: string;
  prices: PriceRow[];
};

export const MOST_PRICES = 5000;
export const PRICES_A_PAGE = 50;

export function priceDraftOf(saved: Prices): PriceDraft {
  return {
    currency: saved.currency ?? '',
    prices: saved.prices.map(({ prefix, price, validFrom }) => ({ prefix, price, validFrom: validFrom ?? '' })),
  };
}

/** A decimal comma is one, too. */
const decimal = (price: string) => price.replace(/\s/g, '').replace(',', '.');

export function pricesBody(draft: PriceDraft): Schema<'ChangedPrices'> {
  return {
    currency: draft.currency || null,
    prices: draft.prices.map(({ prefix, price, validFrom }) => ({
      prefix: prefix.trim(),
      price: decimal(price),
      validFrom: validFrom || null,
    })),
  };
}

const two = (value: number) => String(value).padStart(2, '0');

/** A moment as a field for date and time writes it, in the person's zone. */
export function localTime(iso: string): string {
  const at = new Date(iso);
  if (!iso || Number.isNaN(at.getTime())) return '';
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const seconds = at.getSeconds() ? `:${two(at.getSeconds())}` : '';
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}${seconds}`;
}

const WHOLE = /^\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** The moment of such a field; empty while it is not whole. */
export function isoTime(local: string): string {
  const at = new Date(local);
  return WHOLE.test(local) && !Number.isNaN(at.getTime()) ? at.toISOString() : '';
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const DAY_FIRST = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** A date, perhaps with a time, as spreadsheets write it; a date begins at midnight here. Nothing if it is none. */
function moment(cell: string): string | null {
  if (cell === '') return '';
  if (ZONED.test(cell)) return isoTime(cell) || null;
  const found = ISO.exec(cell);
  const turned = DAY_FIRST.exec(cell);
  const [year, month, day, ...time] = (
    found ? found.slice(1) : turned ? [turned[3], turned[2], turned[1], ...turned.slice(4)] : []
  ).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return null;
  const [hour = 0, minute = 0, second = 0] = time;
  const at = new Date(year, month - 1, day, hour, minute, second);
  const real = at.getMonth() === month - 1 && at.getDate() === day && hour < 24 && minute < 60 && second < 60;
  return real ? at.toISOString() : null;
}

function cellsOf(line: string): string[] {
  const separator = ['\t', ';'].find((one) => line.includes(one)) ?? ',';
  return line.split(separator).map((cell) =>
    cell
      .trim()
      .replace(/^["']|"$/g, '')
      .trim(),
  );
}

/**
 * Prices from lines of a spreadsheet or a CSV file: prefix, price, and from when on, parted by tab, semicolon or comma. A first line of
 * words is a heading. What is wrong with a prefix or a price the server says beside its row; `wrong` are lines that are no price.
 */
export function readPrices(text: string): { rows: PriceRow[]; wrong: number[] } {
  const rows: PriceRow[] = [];
  const wrong: number[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  lines.forEach((line, i) => {
    if (line.trim() === '') return;
    const [prefix = '', price = '', from = '', ...more] = cellsOf(line);
    if (i === first && !/\d/.test(price)) return;
    const validFrom = moment(from);
    if (price === '' || validFrom === null || more.some((cell) => cell !== '')) {
      wrong.push(i + 1);
      return;
    }
    rows.push({ prefix: prefix === '*' ? '' : prefix.replace(/[+\s()-]/g, ''), price: decimal(price), validFrom });
  });
  return { rows, wrong };
}

/** The pages on which something has to be mended, by the names of fields with errors. */
export function wrongPages(fields: string[]): number[] {
  const pages = fields.flatMap((field) => {
    const row = /^prices\.(\d+)\./.exec(field)?.[1];
    return row === undefined ? [] : [Math.floor(Number(row) / PRICES_A_PAGE) + 1];
  });
  return [...new Set(pages)].sort((a, b) => a - b);
}
