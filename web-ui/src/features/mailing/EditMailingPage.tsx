import { Button } from '@mantine/core';
import { IconPencilOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Loading } from '@/components';
import { useParam } from '@/lib/navigation';
import { MailingWizard } from './MailingWizard';
import { mailingOf } from './queries';

/** A draft in the wizard; what has begun cannot be changed. */
export default function EditMailingPage() {
  const { t } = useTranslation('mailing');
  const id = useParam('id');
  const mailing = useQuery({ ...mailingOf(id), staleTime: Infinity, refetchOnMount: 'always' });
  if (mailing.isError && !mailing.data)
    return <ErrorState order={1} error={mailing.error} retry={() => void mailing.refetch()} />;
  // A form that began with an old copy would meet a conflict at its first save.
  if (!mailing.data || !mailing.isFetchedAfterMount) return <Loading />;
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
