import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components';
import { DatabaseForm } from './DatabaseForm';

/** A new database. */
export default function NewDatabasePage() {
  const { t } = useTranslation('profile');
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t('form.new')} />
      <DatabaseForm onSaved={() => void navigate({ to: '/databases', ignoreBlocker: true })} />
    </>
  );
}
