import { expect, it } from 'vitest';
import { attention, type Happenings } from './attention';

const NOW = Date.parse('2026-06-16T12:00:00Z');
const look = (some: object) =>
  attention({ senders: [], plugins: [], mailings: [], jobs: [], ...some } as Happenings, NOW);
const kinds = (some: object) => look(some).map((one) => one.kind);
const sender = (level: string, code: string, waiting = 0) => ({
  senders: [{ senderId: '1', name: 'A', health: { level, code }, waiting }],
});

it('asks to look at a sender that is down, slow or holds messages back, not at one that connects or rests', () => {
  expect(kinds(sender('down', 'disconnected'))).toEqual(['sender-down']);
  expect(kinds(sender('slowed', 'operator-full'))).toEqual(['sender-slow']);
  expect(kinds(sender('paused', 'paused', 5))).toEqual(['sender-paused']);
  expect(kinds(sender('paused', 'paused'))).toEqual([]);
  expect(kinds(sender('down', 'connecting'))).toEqual([]);
  expect(kinds(sender('idle', 'nothing-to-send'))).toEqual([]);
});

it('forgets an import after a day', () => {
  const job = (endedAt: string) => ({ jobs: [{ id: '1', state: 'failed', endedAt, progress: {} }] });
  expect(kinds(job('2026-06-16T08:00:00Z'))).toEqual(['import-failed']);
  expect(kinds(job('2026-06-14T08:00:00Z'))).toEqual([]);
});

it('counts the messages in doubt of a fresh run, and leads to them', () => {
  const run = { openedAt: '2026-06-16T08:00:00Z', progress: { inDoubt: 3 } };
  const mailings = [{ id: '7', name: 'Food', state: 'running', lastRun: run }];
  expect(look({ mailings })).toMatchObject([
    { kind: 'in-doubt', count: 3, path: '/mailings/7', search: { tab: 'recipients', state: 'in-doubt' } },
  ]);
});

it('tells of a mailing whose time has come and that is still a draft', () => {
  const draft = (sendAt: string) => ({ mailings: [{ id: '7', name: 'Food', state: 'draft', sendAt }] });
  expect(kinds(draft('2026-06-16T11:00:00Z'))).toEqual(['overdue']);
  expect(kinds(draft('2026-06-16T13:00:00Z'))).toEqual([]);
});

it('puts first what keeps messages from people', () => {
  const mailings = [{ id: '7', name: 'Food', state: 'paused' }];
  expect(kinds({ mailings, plugins: [{ id: 'sms', running: false }] })).toEqual(['plugin', 'mailing-paused']);
});
