import { Button } from '@mantine/core';
import { IconPencilOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState } from '@/components';
import { useParam } from '@/lib/navigation';
import { MailingWizard } from './MailingWizard';
import { mailingOf } from './queries';

/** A draft in the wizard; what has begun cannot be changed. */
export default function EditMailingPage() {
  const { t } = useTranslation('mailing');
  const id = useParam('id');
  const mailing = useQuery({ ...mailingOf(id), staleTime: Infinity, refetchOnMount: 'always' });
  if (mailing.isError) return <ErrorState order={1} error={mailing.error} retry={() => void mailing.refetch()} />;
  if (!mailing.data) return null;
  if (mailing.data.state !== 'draft') {
    return (
      <EmptyState
        order={1}
        icon={IconPencilOff}
        title={t('wizard.begun')}
        action={
          <Button component={Link} to={`/mailings/${id}`}>
            {t('wizard.look')}
          </Button>
        }
      >
        {t('wizard.begunWhy')}
      </EmptyState>
    );
  }
  return <MailingWizard key={id} mailing={mailing.data} />;
}
