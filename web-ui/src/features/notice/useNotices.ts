import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { api, ask } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { readKept, writeKept } from '@/lib/kept';
import { MOST, notices, watched, type Notice, type Watched } from './notices';

const PAUSE = 10_000;
const MAILINGS = ['notices', 'mailings'];
const JOBS = ['notices', 'jobs'];
const SENDERS = ['notices', 'senders'];
const query = { limit: MOST };
const NONE: Watched = { down: [], back: [] };
const here = new Set<() => void>();

/** A word that this browser keeps, the same in all its windows. */
function useKeptWord(key: string): [string | null, (next: string) => void] {
  const word = useSyncExternalStore(
    (listener) => {
      here.add(listener);
      addEventListener('storage', listener);
      return () => {
        here.delete(listener);
        removeEventListener('storage', listener);
      };
    },
    () => readKept(key),
  );
  const set = (next: string) => {
    writeKept(key, next);
    here.forEach((listener) => listener());
  };
  return [word, set];
}

function parsed(word: string | null): Watched {
  try {
    return { ...NONE, ...(JSON.parse(word ?? '{}') as Partial<Watched>) };
  } catch {
    return NONE;
  }
}

export interface Notices {
  items: Notice[];
  unread: number;
  /** The moment up to which all is read; in ISO 8601. */
  read: string | null;
  markRead: () => void;
  pending: boolean;
  error: Error | null;
  retry: () => void;
}

/** What has happened, as far as the server can tell and this browser has seen; what is read is kept per person. */
export function useNotices(person: string): Notices {
  useEvents('runs', [MAILINGS], undefined, PAUSE);
  useEvents('jobs', [JOBS], undefined, PAUSE);
  useEvents('senders', [SENDERS], undefined, PAUSE);
  const mailings = useQuery({
    queryKey: MAILINGS,
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/mailings', { params: { query: { ...query, sort: '-updated' } }, signal })),
  });
  const jobs = useQuery({
    queryKey: JOBS,
    queryFn: ({ signal }) => ask(api.GET('/api/v1/jobs', { params: { query: { ...query, kind: 'import' } }, signal })),
  });
  const senders = useQuery({
    queryKey: SENDERS,
    queryFn: ({ signal }) => ask(api.GET('/api/v1/senders/states', { params: { query: { limit: 200 } }, signal })),
  });
  const [word, setWord] = useKeptWord(`notices.${person}.senders`);
  const [read, setRead] = useKeptWord(`notices.${person}.read`);
  const before = useMemo(() => parsed(word), [word]);
  const states = senders.data?.items;
  useEffect(() => {
    if (!states) return;
    const next = watched(before, states);
    if (next !== before) setWord(JSON.stringify(next));
    // setWord only writes what it is given.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [states, before]);
  const items = useMemo(
    () =>
      notices(
        { mailings: mailings.data?.items ?? [], jobs: jobs.data?.items ?? [], senders: senders.data?.items ?? [] },
        before.back,
      ),
    [mailings.data, jobs.data, senders.data, before],
  );
  const all = [mailings, jobs, senders];
  const pending = all.some((each) => each.isPending);
  const newest = items[0]?.at ?? '';
  const markRead = () => {
    if (newest && (!read || Date.parse(newest) > Date.parse(read))) setRead(newest);
  };
  const failed = all.some((each) => each.isError);
  useEffect(() => {
    // What was there before this browser came is not new.
    if (read === null && !pending && !failed) setRead(newest || new Date(0).toISOString());
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [read, pending, failed, newest]);
  return {
    items,
    unread: read === null ? 0 : items.filter((item) => Date.parse(item.at) > Date.parse(read)).length,
    read,
    markRead,
    pending,
    error: all.find((each) => each.isError)?.error ?? null,
    retry: () => all.forEach((each) => void each.refetch()),
  };
}
