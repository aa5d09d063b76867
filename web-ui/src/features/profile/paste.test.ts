import { describe, expect, it } from 'vitest';
import { itemOf, rowsOf } from './paste';

describe('a pasted list', () => {
  it('has a phone on each line, with names around it in any order', () => {
    const rows = rowsOf('+1 202 555 0101\nAda\tLovelace\t(202) 555-0102\n"2025550103";Grace\n\n');
    expect(rows.map(({ line, phone, firstName, lastName }) => [line, phone, firstName, lastName])).toEqual([
      [1, '+1 202 555 0101', '', ''],
      [2, '(202) 555-0102', 'Ada', 'Lovelace'],
      [3, '2025550103', 'Grace', ''],
    ]);
  });

  it('passes over headings, and keeps a line whose phone is missing so that it can be said', () => {
    const rows = rowsOf('Name;Phone\nAda;2025550101\nGrace');
    expect(rows.map((row) => [row.line, row.phone])).toEqual([
      [2, '2025550101'],
      [3, ''],
    ]);
    expect(rowsOf('Ada;123').map((row) => row.phone)).toEqual(['']);
  });

  it('becomes profiles that are subscribed by their phone', () => {
    const [row] = rowsOf('Ada, 2025550101');
    expect(row && itemOf(row, '7')).toEqual({
      values: { _fname: 'Ada', phones: ['2025550101'] },
      subscriptions: [{ resourceId: '7', contact: '2025550101' }],
    });
  });
});
