import { expect, it } from 'vitest';
import en from './i18n/en.json';
import { said } from './words';

const at = (key: string | undefined) =>
  key?.split('.').reduce<unknown>((texts, step) => (texts as Record<string, unknown> | undefined)?.[step], en);

it.each([
  'Connecting',
  '1 of 2 connections are bound',
  '1 of 2 connections are bound. The operator closed the connection',
  'smsc.example:2775: Cannot connect: Connection refused: /127.0.0.1:9',
  'Cannot connect: Connection refused: /127.0.0.1:9',
  "Cannot connect: Failed to resolve 'nowhere.invalid' [A(1), AAAA(28)] after 2 queries ",
  'Cannot connect: connection timed out after 10000 ms: /10.0.0.1:2775',
  'Cannot connect: Failed to create SSL connection',
  'The operator refused the login: the password is wrong (0x0000000e ESME_RINVPASWD).',
  'The operator refused the login: ask the operator what this code means (0x000004d2 reserved).',
  'The operator refused the login: the password is wrong (0x0000000e ESME_RINVPASWD). The next try follows in 10 s.',
  'The next try follows in 10 s.',
  'No more tries until somebody looks at it.',
  'The operator did not answer in time',
  'ESME_RSYSERR',
])('has a sentence for “%s”', (text) => {
  expect(at(said(text)?.key)).toBeTypeOf('string');
});

it('keeps the operator’s code and the figures', () => {
  expect(said('The operator refused the login: x (0x0000000e ESME_RINVPASWD).')?.code).toBe(
    '0x0000000e ESME_RINVPASWD',
  );
  expect(said('1 of 2 connections are bound')?.values).toEqual({ bound: '1', all: '2' });
});

it.each(['No answer came. It waits: 30 s', 'Cannot connect: something new', 'Messages are written to /tmp/x.'])(
  'leaves “%s” as it is',
  (text) => {
    expect(said(text)).toBeUndefined();
  },
);
