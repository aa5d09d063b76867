import { describe, expect, it } from 'vitest';
import { dayOf } from '@/lib/days';
import { daysFault, groupOf, limits, questionOf, requestOf } from './question';

const now = new Date(2026, 5, 20, 14, 7);

describe('the address of a report', () => {
  it('means the last 30 days of all mailings when it says nothing', () => {
    const question = questionOf({});
    expect(question).toMatchObject({ mailings: [], period: 'month', trials: false });
    expect(limits(question, now)).toEqual({ from: new Date(2026, 4, 22).toISOString() });
  });

  it('means the whole life of a mailing that it names', () => {
    const question = questionOf({ mailing: '42' });
    expect(question.period).toBe('life');
    expect(requestOf(question, 'day', now)).toMatchObject({ mailing: '42', group: 'day' });
    expect(limits(question, now)).toEqual({});
  });

  it('leaves out what is no mailing and names none twice', () => {
    expect(questionOf({ mailing: '7,x,7,<b>,8' }).mailings).toEqual(['7', '8']);
  });

  it('does not ask for the life of nothing', () => {
    expect(questionOf({ period: 'life' }).period).toBe('month');
  });

  it('counts tests and rehearsals only when asked', () => {
    expect(requestOf(questionOf({}), 'day', now)).not.toHaveProperty('tests');
    expect(requestOf(questionOf({ trials: 'yes' }), 'day', now)).toMatchObject({ tests: true, rehearsals: true });
  });
});

describe('chosen days', () => {
  const days = (from: string, to: string) => questionOf({ period: 'days', from, to });

  it('end with their last day, or with now when that is today', () => {
    expect(limits(days('2026-06-08', '2026-06-19'), now)).toEqual({
      from: new Date(2026, 5, 8).toISOString(),
      to: new Date(2026, 5, 20).toISOString(),
    });
    expect(limits(days('2026-06-08', '2026-06-20'), now)).toEqual({ from: new Date(2026, 5, 8).toISOString() });
  });

  it('are refused when they are missing, turned round or too many', () => {
    expect(daysFault(days('2026-06-08', ''))).toBe('missing');
    expect(daysFault(days('2026-06-09', '2026-06-08'))).toBe('turned');
    expect(daysFault(days('2025-06-01', '2026-06-08'))).toBe('long');
    expect(daysFault(days('2026-06-08', '2026-06-08'))).toBeUndefined();
  });

  it('are no days of a calendar that does not exist', () => {
    expect(dayOf('2026-02-30')).toBeUndefined();
    expect(dayOf('<script>')).toBeUndefined();
  });
});

describe('the rows', () => {
  it('are hours for two days at most', () => {
    expect(groupOf(questionOf({ period: 'today' }))).toBe('hour');
    expect(groupOf(questionOf({ period: 'week' }))).toBe('day');
  });

  it('are not hours for more than a month, whatever was chosen', () => {
    expect(groupOf(questionOf({ period: 'quarter', group: 'hour' }))).toBe('day');
    expect(groupOf(questionOf({ period: 'week', group: 'hour' }))).toBe('hour');
  });
});
