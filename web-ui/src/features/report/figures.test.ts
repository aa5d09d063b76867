import { describe, expect, it } from 'vitest';
import { busyRows, change, heightOf, type Figures, type Report, type Row } from './figures';
import { operatorWords } from './operatorWords';
import { requestOf, questionOf } from './question';
import { closer } from './useReport';

const NONE: Figures = {
  sent: 0,
  parts: 0,
  delivered: 0,
  undelivered: 0,
  expired: 0,
  refused: 0,
  inDoubt: 0,
  noReceipt: 0,
  awaitingReceipt: 0,
  deliveryRate: null,
  clicks: 0,
  uniqueClicks: 0,
  ctr: null,
  robots: 0,
  cost: [],
};

const row = (day: number, sent: number): Row => {
  const date = `2026-06-${String(day).padStart(2, '0')}`;
  return { ...NONE, sent, date, at: `${date}T00:00:00Z`, mailingId: null, mailing: null };
};

describe('figures', () => {
  it('change for the better when more arrive and for the worse when more do not', () => {
    expect(change('deliveryRate', { ...NONE, deliveryRate: 0.9 }, { ...NONE, deliveryRate: 0.8 })?.good).toBe(true);
    expect(change('undelivered', { ...NONE, undelivered: 9 }, NONE)?.good).toBe(false);
  });

  it('change neither way when more are sent', () => {
    expect(change('sent', { ...NONE, sent: 9 }, NONE)).toEqual({ by: 9, good: undefined });
  });

  it('cannot be compared with a share of nothing', () => {
    expect(change('ctr', { ...NONE, ctr: 0.5 }, NONE)).toBeNull();
  });
});

describe('rows', () => {
  it('begin with the first in which something happened and end with the last', () => {
    const rows = [row(1, 0), row(2, 5), row(3, 0), row(4, 7), row(5, 0)];
    expect(busyRows(rows).map((one) => one.sent)).toEqual([5, 0, 7]);
  });

  it('stay as they are when nothing happened', () => {
    expect(busyRows([row(1, 0), row(2, 0)])).toHaveLength(2);
  });
});

describe('the life of a mailing', () => {
  const report = (rows: Row[]) => ({ rows, to: '2026-06-05T13:00:00Z' }) as Report;
  const asked = (words: Record<string, string>) =>
    [questionOf(words), requestOf(questionOf(words), 'day', new Date())] as const;

  it('is shown by hours when it was short', () => {
    const near = closer(...asked({ mailing: '1' }), report([row(1, 0), row(2, 5), row(3, 0)]));
    expect(near).toMatchObject({ group: 'hour', from: '2026-06-02T00:00:00Z', to: '2026-06-03T00:00:00.000Z' });
  });

  it('is never asked for beyond now', () => {
    const near = closer(...asked({ mailing: '1' }), report([row(5, 5)]));
    expect(near?.to).toBe('2026-06-05T13:00:00.000Z');
  });

  it('is shown by days when it was long, or somebody wants days', () => {
    expect(closer(...asked({ mailing: '1' }), report([row(1, 5), row(2, 0), row(3, 5)]))).toBeUndefined();
    expect(closer(...asked({ mailing: '1', group: 'day' }), report([row(2, 5)]))).toBeUndefined();
  });
});

describe('words of an operator', () => {
  it('are shown without the message that receipts repeat', () => {
    expect(operatorWords('id:17 stat:UNDELIV err:027 text:Aloha NUUANU')).toBe('id:17 stat:UNDELIV err:027');
    expect(operatorWords(null)).toBe('');
  });
});

it('piles up nothing where more doubts were resolved in an hour than came', () => {
  const hour = { ...NONE, inDoubt: -3, delivered: 3 };
  expect(heightOf(hour, 'inDoubt')).toBe(0);
  expect(heightOf(hour, 'delivered')).toBe(3);
});
