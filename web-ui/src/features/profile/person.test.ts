import { describe, expect, it } from 'vitest';
import { changesOf, draftOf, nameOf, type Field } from './person';

const FIELDS: Field[] = [
  { name: '_fname', type: 'text' },
  { name: 'phones', type: 'phones' },
  { name: 'points', type: 'integer' },
];

describe('a person', () => {
  it('is called by both names, or by the one there is', () => {
    expect(nameOf({ _fname: 'Ada', _lname: 'Lovelace' })).toBe('Ada Lovelace');
    expect(nameOf({ _lname: 'Lovelace' })).toBe('Lovelace');
    expect(nameOf({})).toBe('');
  });

  it('is sent as what differs: lists by commas, an empty text empties', () => {
    const before = draftOf({ _fname: 'Ada', phones: ['+12025550101'], points: 7 }, FIELDS);
    const draft = { values: { _fname: 'Ada', phones: '+12025550101, +12025550102', points: ' ' } };
    expect(before.values).toEqual({ _fname: 'Ada', phones: '+12025550101', points: '7' });
    expect(changesOf(draft, before, FIELDS)).toEqual({
      phones: ['+12025550101', '+12025550102'],
      points: null,
    });
  });
});
