import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, ask, type Page, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';

export const SENDERS = ['senders', 'setup'];
/** How many are named. */
export const SHOWN = 3;

/** The first senders, and one more than are named. */
export function useSenders(): UseQueryResult<Page<Schema<'SenderState'>>> {
  useEvents('senders', [SENDERS], undefined, 5000);
  return useQuery({
    queryKey: SENDERS,
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/senders/states', { params: { query: { limit: SHOWN + 1 } }, signal })),
  });
}
