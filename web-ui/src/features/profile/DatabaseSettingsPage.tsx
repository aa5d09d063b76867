import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState, PageHeader } from '@/components';
import { api, ask } from '@/lib/api';
import { useParam } from '@/lib/navigation';
import { DatabaseForm } from './DatabaseForm';

/** Name, country and fields of a database. */
export default function DatabaseSettingsPage() {
  const { t } = useTranslation('profile');
  const id = useParam('id');
  const navigate = useNavigate();
  const database = useQuery({
    queryKey: ['databases', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/databases/{id}', { params: { path: { id } }, signal })),
  });
  if (database.isError && !database.data) {
    return <ErrorState order={1} error={database.error} retry={() => void database.refetch()} />;
  }
  if (!database.data) return null;
  return (
    <>
      <PageHeader title={t('form.settingsOf', { name: database.data.name })} />
      <DatabaseForm
        key={database.data.version}
        database={database.data}
        onSaved={() => void navigate({ to: `/databases/${id}`, ignoreBlocker: true })}
      />
    </>
  );
}
