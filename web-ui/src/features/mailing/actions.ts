import type { Schema } from '@/lib/api';

export type MailingState = Schema<'MailingState'>;
export type Action = 'edit' | 'test' | 'activate' | 'deactivate' | 'pause' | 'resume' | 'stop' | 'clone' | 'delete';

const POSSIBLE: Record<MailingState, Action[]> = {
  draft: ['edit', 'test', 'activate', 'clone', 'delete'],
  scheduled: ['deactivate', 'test', 'stop', 'clone'],
  running: ['pause', 'stop', 'clone'],
  paused: ['resume', 'stop', 'clone'],
  stopped: ['clone'],
  finished: ['clone'],
};

/** What can be done with a mailing in this state, the most likely first. A draft that has run before cannot be deleted. */
export function actionsOf(mailing: { state: MailingState; lastRun?: unknown }): Action[] {
  return POSSIBLE[mailing.state].filter((action) => action !== 'delete' || !mailing.lastRun);
}

/** What is asked back before it is done. */
export const ASKED: ReadonlySet<Action> = new Set<Action>(['activate', 'stop', 'delete']);
