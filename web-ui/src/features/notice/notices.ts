import type { Schema } from '@/lib/api';

/** What a notice is about; each has its sentence, colour and picture. */
export type NoticeKind =
  | 'mailing-started'
  | 'mailing-paused'
  | 'mailing-finished'
  | 'mailing-stopped'
  | 'import-finished'
  | 'import-rejected'
  | 'import-failed'
  | 'import-cancelled'
  | 'sender-down'
  | 'sender-back';

/** Something that has happened; what happened later has the later `at`, in ISO 8601. */
export interface Notice {
  id: string;
  kind: NoticeKind;
  at: string;
  path: string;
  /** What stands in the sentence. */
  name?: string;
  counts?: Record<string, number>;
  problem?: { code: string; detail: string; parameters?: Record<string, string> };
}

/** What the server can tell. */
export interface Told {
  mailings: Schema<'MailingRow'>[];
  jobs: Schema<'Job'>[];
  senders: Schema<'SenderState'>[];
}

/** As many as anybody reads. */
export const MOST = 30;

function ofMailing(mailing: Told['mailings'][number]): Notice[] {
  const { id, name, state, lastRun: run } = mailing;
  const notice = (kind: NoticeKind, at: string, counts?: Record<string, number>): Notice => ({
    id: `${kind}.${id}.${at}`,
    kind,
    at,
    path: `/mailings/${id}`,
    name,
    ...(counts ? { counts } : {}),
  });
  if (!run) return [];
  const found = [notice('mailing-started', run.openedAt)];
  if (state === 'paused') found.push(notice('mailing-paused', mailing.updatedAt));
  if (run.finishedAt) {
    const sent = run.progress.total - run.progress.notSent;
    found.push(notice(run.stopped ? 'mailing-stopped' : 'mailing-finished', run.finishedAt, { sent }));
  }
  return found;
}

function ofJob(job: Schema<'Job'>): Notice[] {
  const at = job.endedAt;
  if (!at || job.kind !== 'import') return [];
  const { added = 0, updated = 0, rejected = 0 } = job.progress;
  const counts = { added, updated, rejected };
  const notice = (kind: NoticeKind): Notice => ({ id: `job.${job.id}`, kind, at, path: `/jobs/${job.id}`, counts });
  if (job.state === 'finished') return [notice(rejected > 0 ? 'import-rejected' : 'import-finished')];
  if (job.state === 'cancelled') return [notice('import-cancelled')];
  const { code, detail = '', parameters = {} } = job.problem ?? {};
  return [{ ...notice('import-failed'), ...(code ? { problem: { code, detail, parameters } } : {}) }];
}

/** Whether a sender is down and is not just about to come up. */
export function isDown(sender: Schema<'SenderState'>): boolean {
  return sender.health.level === 'down' && sender.health.code !== 'connecting';
}

function ofSender(sender: Schema<'SenderState'>): Notice[] {
  if (!isDown(sender) || !sender.since) return [];
  const { senderId, name, since } = sender;
  return [{ id: `down.${senderId}.${since}`, kind: 'sender-down', at: since, path: `/senders/${senderId}`, name }];
}

/** Everything that has happened, the latest first; `seen` is what only this browser has seen. */
export function notices(told: Told, seen: Notice[]): Notice[] {
  const all = [
    ...told.mailings.flatMap(ofMailing),
    ...told.jobs.flatMap(ofJob),
    ...told.senders.flatMap(ofSender),
    ...seen,
  ];
  return all.sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, MOST);
}

/** What this browser knows of senders: who was down, and who came back while somebody looked. */
export interface Watched {
  down: string[];
  back: Notice[];
}

/** What is known after another look; the same object when nothing has changed. */
export function watched(before: Watched, senders: Schema<'SenderState'>[]): Watched {
  const down = senders.filter(isDown).map((sender) => sender.senderId);
  const back = senders
    .filter((sender) => before.down.includes(sender.senderId) && sender.phase === 'up' && sender.since)
    .map((sender): Notice => {
      const { senderId, name, since = '' } = sender;
      return { id: `back.${senderId}.${since}`, kind: 'sender-back', at: since, path: `/senders/${senderId}`, name };
    });
  // Who is neither down nor up again, such as one that connects, is still waited for.
  const waited = before.down.filter(
    (id) => !down.includes(id) && senders.some((sender) => sender.senderId === id && sender.phase !== 'up'),
  );
  const next = [...down, ...waited];
  const same = back.length === 0 && next.join() === before.down.join();
  return same ? before : { down: next, back: [...back, ...before.back].slice(0, MOST) };
}
