import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components';
import { ResourceForm } from './ResourceForm';

/** A new resource. */
export default function NewResourcePage() {
  const { t } = useTranslation('resource');
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t('form.new')} />
      <ResourceForm onSaved={() => void navigate({ to: '/resources', ignoreBlocker: true })} />
    </>
  );
}
