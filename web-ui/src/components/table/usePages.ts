import { keepPreviousData, useQuery, type QueryKey, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { Page } from '@/lib/api';
import { useQueryWords } from '@/lib/navigation';

/** What the server is asked for. Empty texts are left out, as the API wants it. */
export interface PageRequest {
  limit: number;
  after?: string;
  q?: string;
  /** A `sort` of one of the columns. Each operation has an allow-list of its own, so that this fits every one. */
  sort?: never;
}

/** Asks for a page; pass the request as the query of an operation and the signal to the client. */
export type LoadPage<T> = (request: PageRequest, signal: AbortSignal) => Promise<Page<T>>;

export interface Pages<T> {
  result: UseQueryResult<Page<T>>;
  q: string;
  setQ: (q: string) => void;
  sort: string;
  setSort: (sort: string) => void;
  next: (() => void) | undefined;
  previous: (() => void) | undefined;
  /** Whether something narrows the list. */
  narrowed: boolean;
  clear: () => void;
}

/** Ends of the pages before, by list; a cursor leads only forwards. They last as long as this window. */
const ways = new Map<string, string[]>();

/**
 * Where a list stands: search, order and page. Kept in the address, so that "back" and a copied link lead to the same rows;
 * a second list on a screen keeps it to itself.
 */
export function usePages<T>(options: {
  queryKey: QueryKey;
  load: LoadPage<T>;
  filters: Record<string, string | undefined>;
  limit: number;
  inAddress: boolean;
  /** What the list can be sorted by; anything else in an address is left out. */
  sorts: string[];
}): Pages<T> {
  const [words, setWords] = useQueryWords();
  const [own, setOwn] = useState<Record<string, string | undefined>>({});
  const at = options.inAddress ? words : own;
  const change = (to: Record<string, string | undefined>, replace = true) =>
    options.inAddress ? setWords(to, { replace }) : setOwn((before) => ({ ...before, ...to }));
  const q = at['q'] ?? '';
  const asked = at['sort'] ?? '';
  const sort = options.sorts.includes(asked.replace(/^-/, '')) ? asked : '';
  const after = at['after'] ?? '';
  const list = JSON.stringify([options.queryKey, options.filters, q, sort]);
  const request: PageRequest = {
    limit: options.limit,
    ...(after ? { after } : {}),
    ...(q ? { q } : {}),
    ...(sort ? { sort: sort as never } : {}),
  };
  const result = useQuery({
    queryKey: [...options.queryKey, 'page', options.filters, request],
    queryFn: ({ signal }) => options.load(request, signal),
    placeholderData: keepPreviousData,
  });
  const way = ways.get(list) ?? [];
  const last = result.data?.next;
  return {
    result,
    q,
    setQ: (next) => change({ q: next || undefined, after: undefined }),
    sort,
    setSort: (next) => change({ sort: next || undefined, after: undefined }),
    next: last
      ? () => {
          ways.set(list, [...way, after]);
          change({ after: last }, false);
        }
      : undefined,
    previous: after
      ? () => {
          const before = way[way.length - 1] ?? '';
          ways.set(list, way.slice(0, -1));
          change({ after: before || undefined }, false);
        }
      : undefined,
    narrowed: q !== '' || Object.values(options.filters).some(Boolean),
    clear: () =>
      change({
        q: undefined,
        after: undefined,
        ...Object.fromEntries(Object.keys(options.filters).map((name) => [name, undefined])),
      }),
  };
}
