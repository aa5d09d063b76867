import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, ask } from '@/lib/api';

/** A mailing as it is now. */
export const mailingOf = (id: string) =>
  queryOptions({
    queryKey: ['mailings', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/mailings/{id}', { params: { path: { id } }, signal })),
  });

/** Who would get it now, with parts and how long it takes. */
export const audienceOf = (id: string) =>
  queryOptions({
    queryKey: ['mailings', id, 'audience'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/mailings/{id}/audience', { params: { path: { id }, query: { parts: true } }, signal })),
    staleTime: 0,
  });

export const runsOf = (id: string) =>
  queryOptions({
    queryKey: ['mailings', id, 'runs'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/mailings/{id}/runs', { params: { path: { id }, query: { limit: 50 } }, signal })),
  });

export const runOf = (id: string) =>
  queryOptions({
    queryKey: ['runs', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/runs/{id}', { params: { path: { id } }, signal })),
  });

/** The newest live run of a mailing; null before the first. */
export const newestRun = (id: string) =>
  queryOptions({
    queryKey: ['mailings', id, 'newest-run'],
    queryFn: async ({ signal }) => {
      const runs = await ask(
        api.GET('/api/v1/mailings/{id}/runs', { params: { path: { id }, query: { limit: 50 } }, signal }),
      );
      const live = runs.items.find((run) => run.kind === 'live');
      return live ? ask(api.GET('/api/v1/runs/{id}', { params: { path: { id: live.id } }, signal })) : null;
    },
  });

interface ByWhom {
  senderId: string | null;
  virtualSenderId: string | null;
}

/** Whether what this mailing sends lands in the built-in simulator; false as long as nobody knows. */
export function useRehearsal(mailing: ByWhom | undefined): boolean {
  const { senderId, virtualSenderId } = mailing ?? { senderId: null, virtualSenderId: null };
  const virtual = useQuery({
    queryKey: ['virtual-senders', 'rehearsal', virtualSenderId],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/virtual-senders/{id}', { params: { path: { id: virtualSenderId ?? '' } }, signal })),
    enabled: Boolean(virtualSenderId),
  });
  const sender = useQuery({
    queryKey: ['senders', 'rehearsal', senderId],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/senders/{id}', { params: { path: { id: senderId ?? '' } }, signal })),
    enabled: Boolean(senderId),
  });
  return (senderId ? sender.data : virtual.data)?.rehearsal ?? false;
}
