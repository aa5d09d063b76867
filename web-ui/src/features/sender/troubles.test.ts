import { expect, it } from 'vitest';
import { grouped, sentenceKey } from './troubles';

const at = (second: number) => `2026-11-26T03:00:0${second}Z`;

it('says the same trouble once, with its last time and how often it was', () => {
  const bad = { code: '0x0000000b', text: 'ESME_RINVDSTADR' };
  const lost = { code: '', text: 'The connection was lost' };
  expect(
    grouped([
      { ...bad, at: at(5) },
      { ...lost, at: at(4) },
      { ...bad, at: at(1) },
    ]),
  ).toEqual([
    { ...bad, at: at(5), count: 2 },
    { ...lost, at: at(4), count: 1 },
  ]);
});

it('has sentences for names of the protocol only', () => {
  expect(sentenceKey('ESME_RSYSERR')).toBe('trouble.ESME_RSYSERR');
  expect(sentenceKey('No answer came. It waits: 30 s')).toBeUndefined();
});
