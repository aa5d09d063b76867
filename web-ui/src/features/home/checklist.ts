import type { Schema } from '@/lib/api';

/** What decides which steps are done. */
export interface Facts {
  senders: Schema<'SenderState'>[];
  databases: Schema<'Database'>[];
  resources: Schema<'Resource'>[];
  templates: Schema<'Template'>[];
  mailings: Schema<'MailingRow'>[];
  /** Whether somebody has looked at a report in this browser. */
  read: boolean;
}

export interface Step {
  name: 'connect' | 'people' | 'write' | 'send' | 'read';
  done: boolean;
  /** Key of the sentence under the step, and what is put into it. */
  said: string;
  values: Record<string, string | number>;
  /** Where the step is done. */
  path: string;
  search?: Record<string, string>;
}

function connect({ senders }: Facts): Step {
  const sender = senders.find((one) => one.phase === 'up') ?? senders[0];
  const said = sender ? (sender.phase === 'up' ? 'up' : 'made') : 'none';
  return { name: 'connect', done: said === 'up', said, values: { name: sender?.name ?? '' }, path: path(sender) };
}

/** The first steps offer the simulator and an operator; a sender that is there is looked at. */
function path(sender: Facts['senders'][number] | undefined): string {
  return sender ? `/senders/${sender.senderId}` : '/setup';
}

function people({ databases, resources }: Facts): Step {
  const profiles = databases.reduce((sum, database) => sum + (database.profiles ?? 0), 0);
  const subscribed = resources.reduce((sum, { subscriptions }) => sum + (subscriptions?.['subscribed'] ?? 0), 0);
  const said = profiles === 0 ? 'none' : subscribed === 0 ? 'unsubscribed' : 'there';
  const values = { profiles, subscribed };
  return { name: 'people', done: said === 'there', said, values, path: '/imports/new' };
}

function write({ templates }: Facts): Step {
  const ready = templates.find((template) => template.state === 'ready');
  const template = ready ?? templates[0];
  const said = ready ? 'ready' : template ? 'draft' : 'none';
  const way = template ? `/templates/${template.id}` : '/templates/new';
  return { name: 'write', done: said === 'ready', said, values: { name: template?.name ?? '' }, path: way };
}

function send({ mailings }: Facts): Step {
  const sent = mailings.find((mailing) => mailing.lastRun);
  const mailing = sent ?? mailings[0];
  const said = sent ? 'sent' : mailing ? 'draft' : 'none';
  const way = mailing ? `/mailings/${mailing.id}` : '/mailings/new';
  return { name: 'send', done: said === 'sent', said, values: { name: mailing?.name ?? '' }, path: way };
}

function read({ mailings, read: was }: Facts): Step {
  const sent = mailings.find((mailing) => mailing.lastRun);
  const delivered = sent?.lastRun?.progress.delivered ?? 0;
  return {
    name: 'read',
    done: was && sent !== undefined,
    said: sent ? 'there' : 'none',
    values: { delivered },
    path: sent ? `/mailings/${sent.id}` : '/mailings',
    ...(sent ? { search: { tab: 'report' } } : {}),
  };
}

/** The five steps of a first mailing, each ticked by what there is. */
export function stepsOf(facts: Facts): Step[] {
  return [connect(facts), people(facts), write(facts), send(facts), read(facts)];
}
