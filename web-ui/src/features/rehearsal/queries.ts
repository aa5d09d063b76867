import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ask, type Schema } from '@/lib/api';

export type Simulator = Schema<'Rehearsal'>;
export type Message = Schema<'RehearsalMessage'>;

export const ALL = ['rehearsal'];
const A_PAGE = 50;
/** The simulator tells of nothing by itself; what Postrider sends and hears does. This is for what is neither. */
const IN_ANY_CASE = 60_000;
const STARTING = 1000;

export const SIMULATOR = queryOptions({
  queryKey: [...ALL, 'state'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/rehearsal', { signal })),
  refetchInterval: ({ state }) => (state.data?.state === 'starting' ? STARTING : IN_ANY_CASE),
});

/** A page of all phones' messages, the newest first. */
export const messagesOf = (q: string, after: string) =>
  queryOptions({
    queryKey: [...ALL, 'messages', q, after],
    queryFn: ({ signal }) => {
      const query = { limit: A_PAGE, ...(q && { q }), ...(after && { after }) };
      return ask(api.GET('/api/v1/rehearsal/messages', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: IN_ANY_CASE,
  });

/** What is on one phone, the newest first. */
export const phoneOf = (phone: string) =>
  queryOptions({
    queryKey: [...ALL, 'phone', phone],
    queryFn: ({ signal }) => {
      const params = { path: { phone }, query: { limit: A_PAGE } };
      return ask(api.GET('/api/v1/rehearsal/phones/{phone}/messages', { params, signal }));
    },
  });

/** What Postrider's journals have of a phone, the newest first. */
export const journalOf = (phone: string) =>
  queryOptions({
    queryKey: ['messages', 'phone', phone],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/messages', { params: { query: { q: phone, limit: 5 } }, signal })),
  });
