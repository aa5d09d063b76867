import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ask, useMay, type Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';

/** What people call a profile: its name, else what it can be reached by. */
export function nameOf(values: Schema<'FieldValues'>): string {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name].trim() : '');
  return [text('_fname'), text('_lname')].filter(Boolean).join(' ') || text('email');
}

/** Who gets the shown message; the phone or the number of the profile where there is no name. */
export function usePerson(database: string, preview: Schema<'Preview'> | undefined): string {
  const format = useFormat();
  const may = useMay()('profiles:read');
  const id = preview?.profileId ?? '';
  const profile = useQuery({
    queryKey: ['databases', database, 'profiles', id],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/v1/databases/{id}/profiles/{profileId}', {
          params: { path: { id: database, profileId: id } },
          signal,
        }),
      ),
    enabled: may && database !== '' && id !== '',
    placeholderData: keepPreviousData,
  });
  if (!preview) return '';
  const name = profile.data ? nameOf(profile.data.values) : '';
  return name || (preview.contact ? format.phone(preview.contact) : `#${preview.profileId}`);
}
