import { describe, expect, it } from 'vitest';
import { isoTime, localTime, priceDraftOf, pricesBody, readPrices, wrongPages } from './prices';

const midnight = (year: number, month: number, day: number) => new Date(year, month - 1, day).toISOString();

describe('pasted prices', () => {
  it('are read from a spreadsheet, with a heading and a decimal comma', () => {
    const { rows, wrong } = readPrices('Prefix\tPrice\tValid from\r\n+7 (701)\t12,5\t31.01.2026\r\n*\t1\r\n\r\n');
    expect(rows).toEqual([
      { prefix: '7701', price: '12.5', validFrom: midnight(2026, 1, 31) },
      { prefix: '', price: '1', validFrom: '' },
    ]);
    expect(wrong).toEqual([]);
  });

  it('are read from CSV with semicolons, with commas, and with quotes', () => {
    expect(readPrices('\uFEFF7;0,0125;2026-02-01 08:30').rows).toEqual([
      { prefix: '7', price: '0.0125', validFrom: new Date(2026, 1, 1, 8, 30).toISOString() },
    ]);
    expect(readPrices('49,0.07,2026-02-01T00:00:00+05:00\n"34","0.05"').rows).toEqual([
      { prefix: '49', price: '0.07', validFrom: '2026-01-31T19:00:00.000Z' },
      { prefix: '34', price: '0.05', validFrom: '' },
    ]);
  });

  it('are named by their lines where they are no prices', () => {
    const { rows, wrong } = readPrices('7;1\n8\n9;2;soon\n10;3;31.02.2026\n11;4;2026-01-01;more\n12;x');
    expect(rows).toEqual([
      { prefix: '7', price: '1', validFrom: '' },
      { prefix: '12', price: 'x', validFrom: '' },
    ]);
    expect(wrong).toEqual([2, 3, 4, 5]);
  });
});

describe('prices in the form', () => {
  it('come back as they were, and with a decimal point', () => {
    const saved = {
      currency: 'KZT',
      prices: [{ prefix: '7', country: '', price: '12.5', validFrom: '2026-01-31T00:00:00Z' }],
      version: 3,
    };
    const draft = priceDraftOf(saved);
    expect(pricesBody(draft).prices[0]).toEqual({ prefix: '7', price: '12.5', validFrom: '2026-01-31T00:00:00Z' });
    draft.prices.push({ prefix: ' ', price: '0,5', validFrom: '' });
    expect(pricesBody(draft).prices[1]).toEqual({ prefix: '', price: '0.5', validFrom: null });
    expect(pricesBody({ currency: '', prices: [] }).currency).toBeNull();
  });

  it('keep their time through the field of the browser', () => {
    const at = new Date(2026, 0, 31, 8, 5).toISOString();
    expect(localTime(at)).toBe('2026-01-31T08:05');
    expect(isoTime(localTime(at))).toBe(at);
    expect(localTime('')).toBe('');
    expect(isoTime('2026-')).toBe('');
  });

  it('lead to the pages with errors', () => {
    expect(wrongPages(['currency', 'prices.120.price', 'prices.3.prefix', 'prices.4.price'])).toEqual([1, 3]);
  });
});
