import type { Job, Mailing, Plugin, Sender } from './useHome';

/** What a person should look at. */
export interface Attention {
  id: string;
  kind:
    | 'sender-down'
    | 'sender-slow'
    | 'sender-paused'
    | 'plugin'
    | 'mailing-paused'
    | 'overdue'
    | 'in-doubt'
    | 'import-failed'
    | 'import-rejected';
  /** Whether it keeps messages from people. */
  grave: boolean;
  path: string;
  search?: Record<string, string>;
  name: string;
  count?: number;
  at?: string;
}

export interface Happenings {
  senders: Sender[];
  plugins: Plugin[];
  mailings: Mailing[];
  jobs: Job[];
}

const DAY = 86_400_000;
const WEEK = 7 * DAY;

const KINDS: Partial<Record<Sender['health']['level'], Attention['kind']>> = {
  down: 'sender-down',
  slowed: 'sender-slow',
  paused: 'sender-paused',
};

function ofSender(sender: Sender): Attention[] {
  const { senderId, name, health, since } = sender;
  const kind = KINDS[health.level];
  // A sender that starts is connecting for a moment; that is nothing to look at.
  if (!kind || health.code === 'connecting') return [];
  // Somebody paused it on purpose; only what it holds back is worth a word.
  if (kind === 'sender-paused' && (sender.waiting ?? 0) === 0) return [];
  const grave = kind === 'sender-down';
  return [
    { id: `${kind} ${senderId}`, kind, grave, path: `/senders/${senderId}`, name, ...(since ? { at: since } : {}) },
  ];
}

function ofPlugin(plugin: Plugin): Attention[] {
  return plugin.running
    ? []
    : [{ id: `plugin ${plugin.id}`, kind: 'plugin', grave: true, path: '/plugins', name: plugin.id }];
}

function ofMailing(mailing: Mailing, now: number): Attention[] {
  const { id, name, state, lastRun, sendAt } = mailing;
  const one = { path: `/mailings/${id}`, name, grave: false };
  const found: Attention[] = [];
  if (state === 'paused') found.push({ id: `paused ${id}`, kind: 'mailing-paused', ...one });
  if (state === 'draft' && sendAt && Date.parse(sendAt) < now) {
    found.push({ id: `overdue ${id}`, kind: 'overdue', ...one, at: sendAt });
  }
  const fresh = lastRun && now - Date.parse(lastRun.openedAt) < WEEK;
  if (fresh && lastRun.progress.inDoubt > 0) {
    const search = { tab: 'recipients', state: 'in-doubt' };
    found.push({ id: `doubt ${id}`, kind: 'in-doubt', ...one, search, count: lastRun.progress.inDoubt });
  }
  return found;
}

function ofImport(job: Job, now: number): Attention[] {
  const at = job.endedAt;
  if (!at || now - Date.parse(at) > DAY) return [];
  const one = { path: `/jobs/${job.id}`, name: '', at };
  if (job.state === 'failed') return [{ id: `failed ${job.id}`, kind: 'import-failed', grave: true, ...one }];
  const count = job.progress['rejected'] ?? 0;
  return count > 0 ? [{ id: `rejected ${job.id}`, kind: 'import-rejected', grave: false, count, ...one }] : [];
}

/** What needs a person, that which keeps messages from people first. */
export function attention({ senders, plugins, mailings, jobs }: Happenings, now: number): Attention[] {
  const found = [
    ...senders.flatMap(ofSender),
    ...plugins.flatMap(ofPlugin),
    ...mailings.flatMap((mailing) => ofMailing(mailing, now)),
    ...jobs.flatMap((job) => ofImport(job, now)),
  ];
  return [...found.filter((one) => one.grave), ...found.filter((one) => !one.grave)];
}
