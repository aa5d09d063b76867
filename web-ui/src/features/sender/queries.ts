import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@/lib/api';

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
  });

/** The kinds of gateways and the settings of each. */
export const GATEWAYS = queryOptions({
  queryKey: ['gateways'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/gateways', { signal })),
  staleTime: 60_000,
});
