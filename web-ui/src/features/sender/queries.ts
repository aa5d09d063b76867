import { queryOptions } from '@tanstack/react-query';
import type { PageRequest } from '@/components';
import { api, ask, type Page, type Schema } from '@/lib/api';
import type { Sender } from './draft';

export const LIST = ['senders', 'list'];
/** The server tells of every change; this is for when its word is lost on the way. */
const IN_ANY_CASE = 60_000;

export type State = Schema<'SenderState'>;

/** A row of the list: what a sender is, and what it does now. */
export interface Row extends Sender {
  /** None in the moment in which somebody else makes or deletes senders. */
  now: State | undefined;
}

/** A page of senders with their states; both operations have the same order and the same pages. */
export async function loadRows(query: PageRequest, signal: AbortSignal): Promise<Page<Row>> {
  const asked = { params: { query }, signal };
  const [senders, states] = await Promise.all([
    ask(api.GET('/api/v1/senders', asked)),
    ask(api.GET('/api/v1/senders/states', asked)),
  ]);
  const found = new Map(states.items.map((state) => [state.senderId, state]));
  return { items: senders.items.map((sender) => ({ ...sender, now: found.get(sender.id) })), next: senders.next };
}

export const senderOf = (id: string) =>
  queryOptions({
    queryKey: ['senders', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/senders/{id}', { params: { path: { id } }, signal })),
  });

/** What the sender does now. */
export const stateOf = (id: string) =>
  queryOptions({
    queryKey: ['senders', id, 'state'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/senders/{id}/state', { params: { path: { id } }, signal })),
    refetchInterval: IN_ANY_CASE,
  });

export const pricesOf = (id: string) =>
  queryOptions({
    queryKey: ['senders', id, 'prices'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/senders/{id}/prices', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  });

/** The kinds of gateways and the settings of each. */
export const GATEWAYS = queryOptions({
  queryKey: ['gateways'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/gateways', { signal })),
  staleTime: 60_000,
});
