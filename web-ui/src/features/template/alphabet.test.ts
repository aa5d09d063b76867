import { describe, expect, it } from 'vitest';
import { cut, groups, replaced } from './alphabet';

describe('characters that force Unicode', () => {
  it('are told once each, with how often and where first', () => {
    const dash = { character: '—', replacement: '-' };
    expect(
      groups([
        { ...dash, position: 3 },
        { character: '😀', replacement: null, position: 5 },
        { ...dash, position: 9 },
      ]),
    ).toEqual([
      { ...dash, times: 2, first: 3 },
      { character: '😀', replacement: null, times: 1, first: 5 },
    ]);
  });

  it('are replaced in the text, not in what a condition compares with', () => {
    const text = '{if lead.a equal "—"}a — b…{end} — 😀';
    const culprits = [
      { character: '—', replacement: '-' },
      { character: '…', replacement: '...' },
      { character: '😀', replacement: null },
    ];
    expect(replaced(text, culprits)).toBe('{if lead.a equal "—"}a - b...{end} - 😀');
  });

  it('stand alone for being marked, without a pair being split', () => {
    expect(cut('a😀—b', new Set(['😀', '—']))).toEqual([
      { text: 'a', marked: false },
      { text: '😀—', marked: true },
      { text: 'b', marked: false },
    ]);
    expect(cut('', new Set())).toEqual([]);
  });
});
