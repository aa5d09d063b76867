import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** A parameter of the path, such as `id` of `/senders/$id`. */
export function useParam(name: string): string {
  const parameters: Record<string, string | undefined> = useParams({ strict: false });
  return parameters[name] ?? '';
}

/**
 * What stands behind the question mark, and how to change some of it; `undefined` takes a word away. A change leads back to
 * the first page of the list, unless it is about the page.
 */
export function useQueryWords(): [
  Record<string, string | undefined>,
  (change: Record<string, string | undefined>, options?: { replace?: boolean }) => void,
] {
  const words: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = useCallback(
    (change: Record<string, string | undefined>, options: { replace?: boolean } = {}) => {
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, after: undefined, ...change }),
        replace: options.replace ?? true,
        resetScroll: false,
      } as never);
    },
    [navigate],
  );
  return [words as Record<string, string | undefined>, set];
}
