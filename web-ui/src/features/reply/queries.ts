import { queryOptions } from '@tanstack/react-query';
import type { PageRequest } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import { limitsOf, type Period } from './period';
import type { Chosen } from './words';

export type Reply = Schema<'Reply'>;
export const LIST = ['replies'];
export const READ_AS = ['stop', 'start', 'help', 'other'] as const;
export type ReadAs = (typeof READ_AS)[number];

export interface Narrowed {
  kind: ReadAs | undefined;
  senderId: string;
  period: Period;
}

export function loadReplies({ kind, senderId, period }: Narrowed, request: PageRequest, signal: AbortSignal) {
  const query = {
    ...request,
    ...(kind && { kind }),
    ...(senderId && { senderId }),
    ...limitsOf(period, new Date()),
  };
  return ask(api.GET('/api/v1/replies', { params: { query }, signal }));
}

export const WORDS = queryOptions({
  queryKey: ['reply-words'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/reply-words', { signal })),
});

/** How a text would be read by words that need not be saved. */
export const readingOf = (text: string, words: Chosen) =>
  queryOptions({
    queryKey: ['reply-words', 'reading', text, words],
    queryFn: ({ signal }) => ask(api.POST('/api/v1/reply-words/reading', { body: { text, words }, signal })),
    enabled: text.trim() !== '',
    retry: false,
    gcTime: 60_000,
  });
