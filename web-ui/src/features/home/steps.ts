import type { Content, Mailing, Sender } from './useHome';

export const STEPS = ['sender', 'people', 'message', 'send', 'read'] as const;
export type StepName = (typeof STEPS)[number];

export interface Step {
  name: StepName;
  done: boolean;
  /** What there is already: the second half of the key of its sentence, such as `people.unsubscribed`. */
  said: string;
  /** What stands in the sentence. */
  words: { name?: string; count?: number };
  /** Where it goes on. */
  path: string;
  search?: Record<string, string>;
}

export interface Facts extends Content {
  senders: Sender[];
  /** Those that ran last come first among those of one state. */
  mailings: Mailing[];
  /** Whether a report was looked at in this browser. */
  read: boolean;
}

const DAY = 86_400_000;

type Rest = Omit<Step, 'name'>;

function senderStep({ senders }: Facts): Rest {
  const first = senders.find((sender) => sender.phase === 'up') ?? senders[0];
  if (!first) return { done: false, said: 'none', words: {}, path: '/setup' };
  const up = first.phase === 'up';
  return { done: up, said: up ? 'up' : 'made', words: { name: first.name }, path: `/senders/${first.senderId}` };
}

function peopleStep({ databases, resources }: Facts): Rest {
  const profiles = databases.reduce((sum, database) => sum + (database.profiles ?? 0), 0);
  const subscribed = resources.reduce((sum, { subscriptions }) => sum + (subscriptions?.['subscribed'] ?? 0), 0);
  if (subscribed > 0) return { done: true, said: 'there', words: { count: subscribed }, path: '/databases' };
  if (databases.length === 0) return { done: false, said: 'none', words: {}, path: '/databases/new' };
  if (resources.length === 0) return { done: false, said: 'unnamed', words: {}, path: '/resources/new' };
  return { done: false, said: profiles > 0 ? 'unsubscribed' : 'empty', words: {}, path: '/imports/new' };
}

function messageStep({ templates }: Facts): Rest {
  const ready = templates.find((template) => template.state === 'ready');
  if (ready) return { done: true, said: 'ready', words: { name: ready.name }, path: `/templates/${ready.id}` };
  const draft = templates[0];
  return draft
    ? { done: false, said: 'draft', words: { name: draft.name }, path: `/templates/${draft.id}` }
    : { done: false, said: 'none', words: {}, path: '/templates/new' };
}

function sendStep({ mailings }: Facts): Rest {
  const sent = mailings.find((mailing) => mailing.lastRun);
  const said = sent?.lastRun?.finishedAt ? 'sent' : 'running';
  if (sent) return { done: true, said, words: { name: sent.name }, path: `/mailings/${sent.id}` };
  const draft = mailings[0];
  return draft
    ? { done: false, said: 'draft', words: { name: draft.name }, path: `/mailings/${draft.id}` }
    : { done: false, said: 'none', words: {}, path: '/mailings/new' };
}

function readStep({ mailings, read }: Facts): Rest {
  const sent = mailings.find((mailing) => mailing.lastRun);
  if (!sent) return { done: false, said: 'none', words: {}, path: '/mailings' };
  const count = sent.lastRun?.progress.delivered ?? 0;
  return { done: read, said: 'there', words: { count }, path: `/mailings/${sent.id}`, search: { tab: 'report' } };
}

/** The five steps of a first mailing, each ticked by what there is. */
export function stepsOf(facts: Facts): Step[] {
  const does = { sender: senderStep, people: peopleStep, message: messageStep, send: sendStep, read: readStep };
  return STEPS.map((name) => ({ name, ...does[name](facts) }));
}

/** Whether people send here already: their first mailing is long over, or was not the only one. Then nobody is led any more. */
export function seasoned(mailings: Mailing[], now: number): boolean {
  const over = mailings.flatMap((mailing) => mailing.lastRun?.finishedAt ?? []);
  return over.length > 1 || over.some((at) => now - Date.parse(at) > DAY);
}
