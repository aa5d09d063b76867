import { Skeleton } from '@mantine/core';
import { IconPlugOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, PageHeader } from '@/components';
import { GATEWAYS } from './queries';
import { SenderForm } from './SenderForm';
import { SimulatorButton } from './SimulatorButton';

/** A new way to an operator. */
export default function NewSenderPage() {
  const { t } = useTranslation('sender');
  const navigate = useNavigate();
  const gateways = useQuery(GATEWAYS);
  return (
    <>
      <PageHeader title={t('form.new')} actions={<SimulatorButton />} />
      {gateways.isPending && <Skeleton height={320} radius="md" />}
      {gateways.isError && <ErrorState error={gateways.error} retry={() => void gateways.refetch()} />}
      {gateways.data?.items.length === 0 && (
        <EmptyState icon={IconPlugOff} title={t('form.noGateway')}>
          {t('form.noGatewayWhy')}
        </EmptyState>
      )}
      {gateways.data && gateways.data.items.length > 0 && (
        <SenderForm
          gateways={gateways.data.items}
          onSaved={(sender) => void navigate({ to: `/senders/${sender.id}`, ignoreBlocker: true })}
        />
      )}
    </>
  );
}
