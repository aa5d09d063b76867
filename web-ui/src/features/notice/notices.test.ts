import { describe, expect, it } from 'vitest';
import type { Schema } from '@/lib/api';
import { notices, watched, type Told } from './notices';

const none: Told = { mailings: [], jobs: [], senders: [] };

function sender(id: string, level: string, phase: string, since = '2026-06-16T10:00:00Z', code = 'disconnected') {
  const health = { level, code, sentence: '' };
  return {
    senderId: id,
    name: id,
    paused: false,
    rehearsal: false,
    health,
    phase,
    detail: '',
    since,
  } as Schema<'SenderState'>;
}

function mailing(change: object) {
  const run = {
    id: '1',
    openedAt: '2026-06-16T10:00:00Z',
    finishedAt: null,
    stopped: false,
    progress: { total: 10, notSent: 4 },
  };
  return {
    id: '7',
    name: 'Food',
    state: 'running',
    updatedAt: '2026-06-16T09:00:00Z',
    lastRun: run,
    ...change,
  } as never;
}

describe('notices', () => {
  it('come the latest first, whatever they are about', () => {
    const job = { id: '3', kind: 'import', state: 'finished', endedAt: '2026-06-16T11:00:00Z', progress: { added: 2 } };
    const told = { ...none, mailings: [mailing({})], jobs: [job as never], senders: [sender('a', 'down', 'down')] };
    expect(notices(told, []).map((notice) => notice.kind)).toEqual([
      'import-finished',
      'mailing-started',
      'sender-down',
    ]);
  });

  it('say how many went out before a mailing was stopped', () => {
    const run = {
      openedAt: '2026-06-16T10:00:00Z',
      finishedAt: '2026-06-16T10:05:00Z',
      stopped: true,
      progress: { total: 10, notSent: 4 },
    };
    const [first] = notices({ ...none, mailings: [mailing({ lastRun: run, state: 'stopped' })] }, []);
    expect(first).toMatchObject({ kind: 'mailing-stopped', counts: { sent: 6 }, path: '/mailings/7' });
  });

  it('say nothing of a mailing that has never run, and of an import that still runs', () => {
    const job = { id: '3', kind: 'import', state: 'running', endedAt: null, progress: {} };
    const told = { ...none, mailings: [mailing({ lastRun: null })], jobs: [job as never] };
    expect(notices(told, [])).toEqual([]);
  });

  it('do not call a sender down that is just connecting', () => {
    const connecting = sender('a', 'down', 'connecting', '2026-06-16T10:00:00Z', 'connecting');
    expect(notices({ ...none, senders: [connecting] }, [])).toEqual([]);
  });
});

describe('watched senders', () => {
  it('tell once that one is back, also when it had to connect first', () => {
    const down = watched({ down: [], back: [] }, [sender('a', 'down', 'down')]);
    expect(down.down).toEqual(['a']);
    const connecting = watched(down, [sender('a', 'down', 'connecting', undefined, 'connecting')]);
    expect(connecting).toBe(down);
    const back = watched(connecting, [sender('a', 'idle', 'up', '2026-06-16T10:05:00Z')]);
    expect(back).toMatchObject({ down: [], back: [{ kind: 'sender-back', at: '2026-06-16T10:05:00Z' }] });
    expect(watched(back, [sender('a', 'idle', 'up', '2026-06-16T10:05:00Z')])).toBe(back);
  });

  it('forget one that was deleted', () => {
    const down = watched({ down: [], back: [] }, [sender('a', 'down', 'down')]);
    expect(watched(down, []).down).toEqual([]);
  });
});
