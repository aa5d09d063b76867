import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components';
import { VirtualSenderForm } from './VirtualSenderForm';

/** New rules that choose among senders. */
export default function NewVirtualSenderPage() {
  const { t } = useTranslation('routing');
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t('form.new')} />
      <VirtualSenderForm
        onSaved={(made) => void navigate({ to: `/virtual-senders/${made.id}`, ignoreBlocker: true })}
      />
    </>
  );
}
