import { expect, it } from 'vitest';
import { attention, type Happenings } from './attention';
import type { Job, Mailing, Sender } from './useHome';

const NOW = Date.parse('2026-06-16T12:00:00Z');
const NONE: Happenings = { senders: [], mailings: [], imports: [], plugins: [], live: true };
const found = (some: Partial<Happenings>) => attention({ ...NONE, ...some }, NOW);
const kinds = (some: Partial<Happenings>) => found(some).map((one) => one.kind);
const sender = (level: string, code: string, id = '1') =>
  ({ senderId: id, name: 'A', paused: level === 'paused', health: { level, code } }) as unknown as Sender;
const mailing = (more: object) =>
  ({ id: '7', name: 'Food', sendAt: null, lastRun: null, ...more }) as unknown as Mailing;
const job = (id: string, state: string, endedAt: string, progress: object = {}) =>
  ({ id, state, endedAt, progress, parameters: { databaseId: '3', fileName: 'list.csv' } }) as unknown as Job;
const run = (progress: object, more: object = {}) => ({
  openedAt: '2026-06-16T08:00:00Z',
  rehearsal: false,
  progress: { total: 100, refused: 0, inDoubt: 0, ...progress },
  ...more,
});

it('asks to look at a sender that is down or slow, not at one that connects or is paused on purpose', () => {
  expect(kinds({ senders: [sender('down', 'disconnected')] })).toEqual(['sender-down']);
  expect(kinds({ senders: [sender('slowed', 'operator-full')] })).toEqual(['sender-slow']);
  expect(
    kinds({ senders: [sender('down', 'connecting'), sender('paused', 'paused'), sender('idle', 'nothing-to-send')] }),
  ).toEqual([]);
});

it('asks to look at a paused sender that a running mailing waits for', () => {
  const paused = [sender('paused', 'paused')];
  expect(kinds({ senders: paused, mailings: [mailing({ state: 'running', senderId: '1' })] })).toEqual([
    'sender-paused',
  ]);
  expect(kinds({ senders: paused, mailings: [mailing({ state: 'running', senderId: '2' })] })).toEqual([]);
  expect(kinds({ senders: [{ ...sender('paused', 'paused'), waiting: 5 }] })).toEqual(['sender-paused']);
});

it('puts what cannot go on by itself first', () => {
  const senders = [sender('slowed', 'operator-full'), sender('down', 'parked', '2')];
  expect(kinds({ senders, imports: [job('1', 'failed', '2026-06-16T08:00:00Z')] })).toEqual([
    'sender-down',
    'import-failed',
    'sender-slow',
  ]);
});

it('forgets rejected rows after a day, and a failed import after a week', () => {
  expect(kinds({ imports: [job('1', 'finished', '2026-06-16T08:00:00Z', { rejected: 3 })] })).toEqual([
    'import-rejected',
  ]);
  expect(kinds({ imports: [job('1', 'finished', '2026-06-15T08:00:00Z', { rejected: 3 })] })).toEqual([]);
  expect(kinds({ imports: [job('1', 'failed', '2026-06-12T08:00:00Z')] })).toEqual(['import-failed']);
  expect(kinds({ imports: [job('1', 'failed', '2026-06-09T08:00:00Z')] })).toEqual([]);
});

it('forgets a failed import when a later one into the same database went well', () => {
  const failed = job('1', 'failed', '2026-06-16T08:00:00Z');
  expect(kinds({ imports: [job('2', 'finished', '2026-06-16T09:00:00Z'), failed] })).toEqual([]);
  expect(kinds({ imports: [failed, job('0', 'finished', '2026-06-16T07:00:00Z')] })).toEqual(['import-failed']);
});

it('leads to the people whose messages are in doubt', () => {
  expect(found({ mailings: [mailing({ state: 'running', lastRun: run({ inDoubt: 3 }) })] })).toMatchObject([
    { kind: 'in-doubt', count: 3, path: '/mailings/7', search: { tab: 'recipients', state: 'in-doubt' } },
  ]);
});

it('tells of many refusals, not of a few, and not of those in a rehearsal once it is serious', () => {
  const of = (progress: object, more?: object) => [mailing({ state: 'finished', lastRun: run(progress, more) })];
  expect(kinds({ mailings: of({ refused: 20 }) })).toEqual(['mailing-refused']);
  expect(kinds({ mailings: of({ refused: 2 }) })).toEqual([]);
  expect(kinds({ mailings: of({ refused: 20 }, { rehearsal: true }) })).toEqual([]);
  expect(kinds({ mailings: of({ refused: 20 }, { rehearsal: true }), live: false })).toEqual(['mailing-refused']);
});

it('tells of a paused mailing, and of a draft whose time has passed', () => {
  expect(kinds({ mailings: [mailing({ state: 'paused' })] })).toEqual(['mailing-paused']);
  expect(kinds({ mailings: [mailing({ state: 'draft', sendAt: '2026-06-16T11:00:00Z' })] })).toEqual([
    'mailing-missed',
  ]);
  expect(kinds({ mailings: [mailing({ state: 'draft', sendAt: '2026-06-16T13:00:00Z' })] })).toEqual([]);
});
