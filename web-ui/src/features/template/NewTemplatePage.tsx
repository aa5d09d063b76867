import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components';
import { TemplateForm } from './TemplateForm';

/** A new text. */
export default function NewTemplatePage() {
  const { t } = useTranslation('template');
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t('form.new')} />
      <TemplateForm onSaved={(template) => void navigate({ to: `/templates/${template.id}`, ignoreBlocker: true })} />
    </>
  );
}
