import { useQuery } from '@tanstack/react-query';
import { api, ask, type Schema } from '@/lib/api';

/** A database with its fields; nothing is asked as long as none is chosen. */
export function useDatabase(id: string) {
  return useQuery({
    queryKey: ['databases', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/databases/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });
}

/** The importers and the settings that each knows. */
export function useImporters() {
  return useQuery({
    queryKey: ['importers'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/importers', { signal })),
    staleTime: Infinity,
  });
}

export type ImporterForm = Schema<'ProviderForm'>;
