import { expect, it } from 'vitest';
import { seasoned, stepsOf, type Facts } from './steps';
import type { Mailing } from './useHome';

const NOW = Date.parse('2026-06-16T12:00:00Z');
const NOTHING: Facts = { senders: [], databases: [], resources: [], templates: [], mailings: [], read: false };
const steps = (some: object) => stepsOf({ ...NOTHING, ...some } as Facts);
const ticks = (some: object) =>
  steps(some)
    .filter((step) => step.done)
    .map((step) => step.name);
const step = (some: object, name: string) => steps(some).find((one) => one.name === name);
const ran = (finishedAt: string | null, id = '1') =>
  ({ id, name: 'Food', lastRun: { finishedAt, progress: { delivered: 5 } } }) as unknown as Mailing;

it('ticks nothing on an empty server', () => {
  expect(ticks({})).toEqual([]);
  expect(steps({}).map((one) => one.path)).toEqual([
    '/setup',
    '/databases/new',
    '/templates/new',
    '/mailings/new',
    '/mailings',
  ]);
});

it('wants a sender that is connected, and leads to one that is not', () => {
  const sender = (phase: string) => ({ senders: [{ senderId: '3', name: 'A', phase }] });
  expect(step(sender('down'), 'sender')).toMatchObject({ done: false, said: 'made', path: '/senders/3' });
  expect(ticks(sender('up'))).toEqual(['sender']);
});

it('takes people for brought in once somebody is subscribed, and leads to what is missing until then', () => {
  const databases = [{ profiles: 9 }];
  expect(step({ databases: [{ profiles: 0 }] }, 'people')).toMatchObject({ said: 'unnamed', path: '/resources/new' });
  expect(step({ databases, resources: [{ subscriptions: {} }] }, 'people')).toMatchObject({
    done: false,
    said: 'unsubscribed',
    path: '/imports/new',
  });
  expect(ticks({ databases, resources: [{ subscriptions: { subscribed: 7 } }] })).toEqual(['people']);
});

it('wants a template that is ready, and leads on to a draft', () => {
  const draft = { id: '4', name: 'A', state: 'draft' };
  expect(step({ templates: [draft] }, 'message')).toMatchObject({ done: false, path: '/templates/4' });
  expect(ticks({ templates: [draft, { id: '5', name: 'B', state: 'ready' }] })).toEqual(['message']);
});

it('takes a mailing for sent when it has run, and its results for read when they were looked at', () => {
  expect(ticks({ mailings: [{ id: '1', name: 'A', lastRun: null }] })).toEqual([]);
  expect(ticks({ mailings: [ran(null)] })).toEqual(['send']);
  expect(step({ mailings: [ran(null)] }, 'send')?.said).toBe('running');
  expect(step({ mailings: [ran('2026-06-16T11:00:00Z')] }, 'send')?.said).toBe('sent');
  expect(step({ mailings: [ran(null)] }, 'read')).toMatchObject({ path: '/mailings/1', search: { tab: 'report' } });
  expect(ticks({ mailings: [ran(null)], read: true })).toEqual(['send', 'read']);
  expect(ticks({ read: true })).toEqual([]);
});

it('leads nobody where a mailing is long over or another followed it', () => {
  expect(seasoned([ran(null)], NOW)).toBe(false);
  expect(seasoned([ran('2026-06-16T11:00:00Z')], NOW)).toBe(false);
  expect(seasoned([ran('2026-06-14T11:00:00Z')], NOW)).toBe(true);
  expect(seasoned([ran('2026-06-16T11:00:00Z'), ran('2026-06-16T11:30:00Z', '2')], NOW)).toBe(true);
});
