import { describe, expect, it } from 'vitest';
import { isTurned, limitsOf, periodOf } from './period';

const now = new Date(2026, 5, 20, 14, 7);

describe('the period of replies', () => {
  it('is any time when the address says nothing, or nonsense', () => {
    expect(limitsOf(periodOf({}), now)).toEqual({});
    expect(limitsOf(periodOf({ period: 'never', from: '2026-06-01' }), now)).toEqual({});
  });

  it('begins with a day, today being one of them', () => {
    expect(limitsOf(periodOf({ period: 'today' }), now)).toEqual({ from: new Date(2026, 5, 20).toISOString() });
    expect(limitsOf(periodOf({ period: 'week' }), now)).toEqual({ from: new Date(2026, 5, 14).toISOString() });
  });

  it('has the whole of the last day that was chosen', () => {
    expect(limitsOf(periodOf({ period: 'days', from: '2026-05-30', to: '2026-05-31' }), now)).toEqual({
      from: new Date(2026, 4, 30).toISOString(),
      to: new Date(2026, 5, 1).toISOString(),
    });
  });

  it('may be open at either side', () => {
    const period = periodOf({ period: 'days', from: 'yesterday', to: '2026-05-31' });
    expect(limitsOf(period, now)).toEqual({ to: new Date(2026, 5, 1).toISOString() });
  });

  it('is turned when the last day comes before the first', () => {
    expect(isTurned(periodOf({ period: 'days', from: '2026-06-02', to: '2026-06-01' }))).toBe(true);
    expect(isTurned(periodOf({ period: 'days', from: '2026-06-01', to: '2026-06-01' }))).toBe(false);
    expect(isTurned(periodOf({ period: 'days', from: '2026-06-02' }))).toBe(false);
  });
});
