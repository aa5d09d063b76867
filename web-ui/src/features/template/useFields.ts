import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, useMay } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import type { FieldChoice } from './completion';

/** The fields of a database as the completion offers them, with an example each; those that most people have come first. */
export function useFields(database: string): FieldChoice[] {
  const { t } = useTranslation('template');
  const format = useFormat();
  const may = useMay()('profiles:read');
  const found = useQuery({
    queryKey: ['databases', database, 'field-examples'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/databases/{id}/field-examples', { params: { path: { id: database } }, signal })),
    enabled: may && database !== '',
    staleTime: 60_000,
  });
  return useMemo(() => {
    const phone = { path: 'subscription.phone', detail: t('field.phone'), about: '' };
    if (!found.data) return [phone];
    const { items, sampled } = found.data;
    const fields = [...items]
      .sort((a, b) => b.filled - a.filled)
      .map((field) => ({
        path: `lead.${field.name}`,
        detail: field.label,
        about: [
          field.example ? t('field.example', { example: field.example }) : '',
          sampled > 0 ? t('field.filled', { share: format.share(field.filled / sampled) }) : '',
        ]
          .filter(Boolean)
          .join('\n'),
      }));
    return [...fields, phone];
  }, [found.data, t, format]);
}

/** The database whose people are shown: the chosen one, or the first there is. */
export function useFirstDatabase(): string {
  const may = useMay()('profiles:read');
  const found = useQuery({
    queryKey: ['databases', 'first'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/databases', { params: { query: { limit: 1 } }, signal })),
    enabled: may,
  });
  return found.data?.items[0]?.id ?? '';
}
