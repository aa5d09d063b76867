import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, newKey, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { readKept, writeKept } from '@/lib/kept';

/** What the demo data are, by their ids. */
export interface Made {
  databaseId: string;
  mailingId: string;
  jobId: string;
}

const KEPT = 'demo';
const KEY = ['setup-demo'];

function kept(): Made | null {
  try {
    return JSON.parse(readKept(KEPT) ?? 'null') as Made | null;
  } catch {
    return null;
  }
}

interface Demo {
  made: Made | null;
  job: Schema<'Job'> | undefined;
  /** Whether there is a database at all. */
  people: boolean;
  load: () => void;
  loading: boolean;
  error: Error | null;
}

/** The demo data: loaded once, followed by their import's job, and found again after a reload. */
export function useDemo(): Demo {
  const [made, setMade] = useState(kept);
  useEvents('jobs', [KEY]);
  const job = useQuery({
    queryKey: [...KEY, made?.jobId],
    enabled: made !== null,
    queryFn: async ({ signal }) => {
      const params = { path: { id: made?.jobId ?? '' } };
      return ask(api.GET('/api/v1/jobs/{id}', { params, signal }));
    },
  });
  const people = useQuery({
    queryKey: ['databases', 'setup'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/databases', { params: { query: { limit: 1 } }, signal })),
  });
  const queries = useQueryClient();
  const load = useMutation({
    mutationFn: async (): Promise<Made> => {
      const header = { 'Idempotency-Key': newKey() };
      const {
        databaseId,
        mailingId,
        job: begun,
      } = await ask(api.POST('/api/v1/rehearsal/demo', { params: { header } }));
      return { databaseId, mailingId, jobId: begun.id };
    },
    onSuccess: (found) => {
      writeKept(KEPT, JSON.stringify(found));
      setMade(found);
      // Almost everything has something new in it.
      void queries.invalidateQueries();
    },
  });
  // Another server may stand at this address now, which knows nothing of what was kept.
  const known = job.isError ? null : made;
  return {
    made: known,
    job: known ? job.data : undefined,
    people: (people.data?.items.length ?? 0) > 0,
    load: () => load.mutate(),
    loading: load.isPending,
    error: load.error,
  };
}
