import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ask, useMay, type Schema } from '@/lib/api';
import { chosenPhoneColumn, type Plan } from './plan';

/** A database with its fields; nothing is asked as long as none is chosen. */
export function useDatabase(id: string) {
  return useQuery({
    queryKey: ['databases', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/databases/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });
}

/** What can be told about the kind of file; nothing for who may not see plugins. */
export function useFileSettings(importer: string): Schema<'Setting'>[] {
  const may = useMay()('plugins:read');
  const importers = useQuery({
    queryKey: ['importers'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/importers', { signal })),
    enabled: may,
    staleTime: Infinity,
  });
  return importers.data?.items.find((one) => one.name === importer)?.settings ?? [];
}

/** Resources that people of a database can be subscribed to. */
export function useResources(databaseId: string) {
  return useQuery({
    queryKey: ['resources', 'of', databaseId],
    queryFn: async ({ signal }) => {
      const all = await ask(api.GET('/api/v1/resources', { params: { query: { limit: 200 } }, signal }));
      return all.items.filter((resource) => resource.databaseIds.includes(databaseId));
    },
    enabled: databaseId !== '',
  });
}

/** What is in the file, read as it was decided. */
export function useLook(upload: Schema<'Upload'> | undefined, plan: Plan) {
  const phoneColumn = chosenPhoneColumn(plan);
  const body = {
    settings: plan.settings,
    ...(plan.databaseId ? { databaseId: plan.databaseId } : {}),
    ...(plan.country ? { country: plan.country } : {}),
    ...(phoneColumn ? { phoneColumn } : {}),
  };
  return useQuery({
    queryKey: ['uploads', upload?.id, body],
    queryFn: ({ signal }) =>
      ask(api.POST('/api/v1/uploads/{id}/detect', { params: { path: { id: upload?.id ?? '' } }, body, signal })),
    enabled: upload !== undefined,
    placeholderData: (before, query) => (query?.queryKey[1] === upload?.id ? keepPreviousData(before) : undefined),
    retry: false,
  });
}
