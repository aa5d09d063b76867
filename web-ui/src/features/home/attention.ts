import type { Job, Mailing, Plugin, Sender } from './useHome';

export type AttentionKind =
  | 'sender-down'
  | 'sender-slow'
  | 'sender-paused'
  | 'mailing-paused'
  | 'mailing-refused'
  | 'mailing-missed'
  | 'in-doubt'
  | 'import-failed'
  | 'import-rejected'
  | 'plugin-down';

/** What a person should look at, with the way to where it can be mended. */
export interface Attention {
  id: string;
  kind: AttentionKind;
  path: string;
  search?: Record<string, string>;
  /** What it is about, as a person has named it. */
  name: string;
  count?: number;
  at?: string;
}

export interface Happenings {
  senders: Sender[];
  mailings: Mailing[];
  imports: Job[];
  plugins: Plugin[];
  /** Whether messages reach people; then a trial that went badly is nobody's worry. */
  live: boolean;
}

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** From this share on, refusals are more than a few wrong numbers. */
const MANY_REFUSED = 0.1;
/** What cannot go on by itself stands first. */
const RED: AttentionKind[] = ['sender-down', 'plugin-down', 'import-failed', 'mailing-refused'];

export function isRed(kind: AttentionKind): boolean {
  return RED.includes(kind);
}

function ofSender(sender: Sender, mailings: Mailing[]): Attention[] {
  const { senderId, name, health, since } = sender;
  const one = (kind: AttentionKind) => ({
    id: `${kind}.${senderId}`,
    kind,
    path: `/senders/${senderId}`,
    name,
    ...(since ? { at: since } : {}),
  });
  if (sender.paused || health.level === 'paused') {
    // Paused on purpose; it matters when somebody waits for it.
    const runs = mailings.some((mailing) => mailing.state === 'running' && mailing.senderId === senderId);
    const waits = runs || (sender.waiting ?? 0) > 0;
    return waits ? [one('sender-paused')] : [];
  }
  if (health.level === 'slowed') return [one('sender-slow')];
  return health.level === 'down' && health.code !== 'connecting' ? [one('sender-down')] : [];
}

function ofMailing(mailing: Mailing, now: number, live: boolean): Attention[] {
  const { id, name, state, sendAt, lastRun } = mailing;
  const one = (kind: AttentionKind, more: Partial<Attention> = {}): Attention => ({
    id: `${kind}.${id}`,
    kind,
    path: `/mailings/${id}`,
    name,
    ...more,
  });
  const found: Attention[] = [];
  if (state === 'paused') found.push(one('mailing-paused', { at: mailing.updatedAt }));
  if (state === 'draft' && sendAt && Date.parse(sendAt) < now && now - Date.parse(sendAt) < WEEK) {
    found.push(one('mailing-missed', { path: `/mailings/${id}/edit`, at: sendAt }));
  }
  if (!lastRun || now - Date.parse(lastRun.openedAt) >= WEEK || (live && lastRun.rehearsal)) return found;
  const { refused, inDoubt, total } = lastRun.progress;
  if (refused > 0 && refused >= total * MANY_REFUSED) {
    found.push(one('mailing-refused', { count: refused, search: { tab: 'recipients', state: 'refused' } }));
  }
  if (inDoubt > 0) found.push(one('in-doubt', { count: inDoubt, search: { tab: 'recipients', state: 'in-doubt' } }));
  return found;
}

function word(job: Job, name: string): string {
  const value: unknown = job.parameters?.[name];
  return typeof value === 'string' ? value : '';
}

function ofImport(job: Job, later: Job[], now: number): Attention[] {
  const at = job.endedAt;
  if (!at || now - Date.parse(at) >= WEEK) return [];
  const one = { path: `/jobs/${job.id}`, name: word(job, 'fileName'), at };
  const database = word(job, 'databaseId');
  if (job.state === 'failed') {
    const mended = later.some((other) => other.state === 'finished' && word(other, 'databaseId') === database);
    return mended ? [] : [{ id: `failed.${job.id}`, kind: 'import-failed', ...one }];
  }
  const count = job.progress['rejected'] ?? 0;
  const fresh = now - Date.parse(at) < DAY;
  return count > 0 && fresh ? [{ id: `rejected.${job.id}`, kind: 'import-rejected', count, ...one }] : [];
}

function ofPlugin({ id, running }: Plugin): Attention[] {
  return running ? [] : [{ id: `plugin.${id}`, kind: 'plugin-down', path: '/plugins', name: id }];
}

/** What needs a person, the most pressing first; imports come with the newest first. */
export function attention({ senders, mailings, imports, plugins, live }: Happenings, now: number): Attention[] {
  const found = [
    ...senders.flatMap((sender) => ofSender(sender, mailings)),
    ...plugins.flatMap(ofPlugin),
    ...mailings.flatMap((mailing) => ofMailing(mailing, now, live)),
    ...imports.flatMap((job, i) => ofImport(job, imports.slice(0, i), now)),
  ];
  return [...found.filter((one) => isRed(one.kind)), ...found.filter((one) => !isRed(one.kind))];
}
