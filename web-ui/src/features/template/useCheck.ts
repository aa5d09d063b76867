import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schema } from '@/lib/api';

export type Who = Schema<'PreviewWho'>;

interface Request {
  text: string;
  profileId?: string;
  who?: Who;
}

/** What the server says about a text as it is typed: its mistakes, and the message that somebody of a database gets. */
export function useCheck(text: string, database: string) {
  const [settled] = useDebouncedValue(text, 350);
  const [request, setRequest] = useState<Request>({ text: settled });
  const [of, setOf] = useState(database);
  const checked = useQuery({
    queryKey: ['templates', 'check', of, request],
    queryFn: async ({ signal }) => {
      const body = of ? { ...request, databaseId: of } : { text: request.text };
      return {
        text: request.text,
        who: request.who,
        ...(await ask(api.POST('/api/v1/templates/check', { body, signal }))),
      };
    },
    enabled: request.text !== '',
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  });
  const data = request.text === '' ? undefined : checked.data;
  const profileId = of === database ? (data?.preview?.profileId ?? request.profileId) : undefined;
  const person = profileId ? { profileId } : {};
  if (request.text !== settled || of !== database) {
    // The same person stays while somebody types; another database has others.
    setRequest({ text: settled, ...person });
    setOf(database);
  }
  return {
    data,
    /** Whether what is shown belongs to the text as it stands now. */
    current: data?.text === text && !checked.isPlaceholderData,
    busy: checked.isFetching || settled !== text,
    error: checked.error,
    turn: (who: Who) => setRequest({ text: settled, who, ...(who === 'next' || who === 'previous' ? person : {}) }),
  };
}

export type Check = ReturnType<typeof useCheck>;
