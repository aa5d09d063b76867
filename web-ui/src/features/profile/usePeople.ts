import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Schema } from '@/lib/api';
import { STANDARD, type Field } from './person';

export function useDatabase(id: string) {
  return useQuery({
    queryKey: ['databases', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/databases/{id}', { params: { path: { id } }, signal })),
  });
}

/** All fields of a database, its own ones first after the name, and how people call each. */
export function useFields(database: Schema<'Database'> | undefined): {
  fields: Field[];
  label: (name: string) => string;
} {
  const { t } = useTranslation('profile');
  const own = database?.fields ?? [];
  const fields = [...STANDARD, ...own];
  const label = (name: string) => own.find((field) => field.name === name)?.label || t(`standard.${name}`, name);
  return { fields, label };
}

/** Resources that take subscriptions from this database. */
export function useResources(databaseId: string) {
  return useQuery({
    queryKey: ['resources', 'of', databaseId],
    queryFn: async ({ signal }) => {
      const all = await ask(api.GET('/api/v1/resources', { params: { query: { limit: 200 } }, signal }));
      return all.items.filter((resource) => resource.databaseIds.includes(databaseId));
    },
  });
}
