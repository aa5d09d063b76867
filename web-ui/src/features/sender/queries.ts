import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@/lib/api';

export const LIST = ['senders', 'list'];
/** The server tells of every change; this is for when its word is lost on the way. */
const IN_ANY_CASE = 10_000;

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

/** The kinds of gateways and the settings of each. */
export const GATEWAYS = queryOptions({
  queryKey: ['gateways'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/gateways', { signal })),
  staleTime: 60_000,
});
