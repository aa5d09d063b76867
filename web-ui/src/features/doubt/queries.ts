import { api, ask, type Schema } from '@/lib/api';
import type { PageRequest } from '@/components';

export type Doubt = Schema<'Doubt'>;
export type Filter = Schema<'DoubtFilter'>;
export type Action = 'send-again' | 'close';
export const LIST = ['doubts'];

/** A decision about some messages, or about all that a filter finds. */
export interface Decision {
  action: Action;
  /** Empty for all that the filter finds. */
  ids: string[];
  filter: Filter;
  count: number;
}

export function load(filter: Filter) {
  return (query: PageRequest, signal: AbortSignal) =>
    ask(api.GET('/api/v1/doubts', { params: { query: { ...query, ...filter } as never }, signal }));
}

/** Carries a decision out: some at once, all that a filter finds as a job. */
export async function decide({ action, ids, filter }: Decision, reason: string, evenIfLate: boolean) {
  const again = action === 'send-again' ? { evenIfLate } : {};
  if (ids.length === 0) {
    await ask(api.POST('/api/v1/doubts/jobs', { body: { action, filter, reason, ...again } }));
    return undefined;
  }
  return action === 'close'
    ? ask(api.POST('/api/v1/doubts/close', { body: { ids, reason } }))
    : ask(api.POST('/api/v1/doubts/send-again', { body: { ids, reason, evenIfLate } }));
}
