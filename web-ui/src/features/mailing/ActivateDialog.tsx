import { Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog, ErrorState } from '@/components';
import { useFormat } from '@/lib/format/useFormat';
import { audienceOf, mailingOf, useRehearsal } from './queries';
import type { Acted } from './useActions';

/** From so many on the number has to be typed. */
export const TYPED_FROM = 1000;

interface ActivateDialogProps {
  mailing: Acted;
  close: () => void;
  confirm: () => Promise<unknown>;
}

/** Before messages go out: to how many, in how many parts. */
export function ActivateDialog({ mailing, close, confirm }: ActivateDialogProps) {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const audience = useQuery(audienceOf(mailing.id));
  const rehearsal = useRehearsal(useQuery(mailingOf(mailing.id)).data);
  const count = audience.data?.recipients ?? 0;
  const cost = format.costs(audience.data?.parts?.cost?.amounts ?? []);
  return (
    <ConfirmDialog
      opened
      title={t('send.title', { count, number: format.exact(count) })}
      action={t(mailing.sendAt && count > 0 ? 'send.plan' : 'send.action', { count, number: format.exact(count) })}
      waiting={!audience.data}
      {...(count >= TYPED_FROM ? { typeNumber: count } : {})}
      onConfirm={confirm}
      onCancel={close}
    >
      {audience.isPending && <Loader size="sm" aria-label={t('send.counting')} />}
      {audience.isError && <ErrorState error={audience.error} retry={() => void audience.refetch()} />}
      {audience.data && (
        <Text size="sm">
          {audience.data.parts
            ? t('send.parts', { count: audience.data.parts.total, number: format.exact(audience.data.parts.total) })
            : t('send.noParts')}{' '}
          {cost && `${t('send.cost', { cost })} `}
          {t(rehearsal ? 'send.rehearsal' : 'send.real')}
        </Text>
      )}
    </ConfirmDialog>
  );
}
