import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@/lib/api';

/** Begins the keys of everything about virtual senders. */
export const ALL = ['virtual-senders'];

export const virtualSenderOf = (id: string) =>
  queryOptions({
    queryKey: [...ALL, id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/virtual-senders/{id}', { params: { path: { id } }, signal })),
  });

/** Real senders, found by name. */
export const SENDERS = {
  queryKey: ['senders'],
  load: (query: { limit: number; q?: string }, signal: AbortSignal) =>
    ask(api.GET('/api/v1/senders', { params: { query }, signal })),
  read: (id: string, signal: AbortSignal) => ask(api.GET('/api/v1/senders/{id}', { params: { path: { id } }, signal })),
};
