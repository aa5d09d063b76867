import type { Schema } from '@/lib/api';

type Item = Schema<'ProfileBatch'>['items'][number];

/** As many as one request takes. */
export const MOST = 1000;

/** A pasted row: what stands there, and what it means. */
export interface Row {
  line: number;
  text: string;
  phone: string;
  firstName: string;
  lastName: string;
}

/**
 * Rows of a pasted list: a phone on each line, and a name before or after it, with tabs, semicolons or commas between, as
 * tables give them. Empty lines and a line of headings are passed over.
 */
export function rowsOf(text: string): Row[] {
  return text
    .split(/\r?\n/)
    .map((line, i) => rowOf(line, i + 1))
    .filter((row, i) => row.text !== '' && !(i === 0 && digits(row.text) === 0));
}

function rowOf(line: string, number: number): Row {
  const cells = line
    .split(/[\t;,]/)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    .filter(Boolean);
  const phone = cells.find((cell) => digits(cell) >= 5 && !/\p{L}/u.test(cell)) ?? '';
  const names = cells.filter((cell) => cell !== phone);
  return {
    line: number,
    text: line.trim(),
    phone,
    firstName: names[0] ?? '',
    lastName: names[1] ?? '',
  };
}

function digits(cell: string): number {
  return cell.replace(/\D/g, '').length;
}

/** What the server is told of a row. */
export function itemOf(row: Row, resourceId: string): Item {
  return {
    values: {
      ...(row.firstName ? { _fname: row.firstName } : {}),
      ...(row.lastName ? { _lname: row.lastName } : {}),
      phones: [row.phone],
    },
    subscriptions: resourceId ? [{ resourceId, contact: row.phone }] : [],
  };
}
