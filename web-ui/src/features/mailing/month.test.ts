import { describe, expect, it } from 'vitest';
import { daysOf, monthOf, monthWord } from './month';

describe('a month', () => {
  it('begins on a Monday, ends on a Sunday and holds every day of it', () => {
    for (let month = 0; month < 24; month++) {
      const days = daysOf(2026, month);
      expect(days[0]?.getDay()).toBe(1);
      expect(days[days.length - 1]?.getDay()).toBe(0);
      const own = days.filter((day) => day.getMonth() === month % 12);
      expect(own).toHaveLength(new Date(2026, month + 1, 0).getDate());
    }
  });

  it('is named in the address, and this one for nonsense', () => {
    const now = new Date(2026, 5, 16);
    expect(monthWord(monthOf('2026-02', now))).toBe('2026-02');
    expect(monthWord(monthOf('2026-13', now))).toBe('2026-06');
    expect(monthWord(monthOf(undefined, now))).toBe('2026-06');
  });
});
