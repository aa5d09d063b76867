import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components';
import { useFormat } from '@/lib/format/useFormat';
import { newestRun } from './queries';
import type { Acted } from './useActions';

interface QuestionDialogProps {
  mailing: Acted;
  action: 'stop' | 'delete';
  close: () => void;
  confirm: () => Promise<unknown>;
}

/** Before a mailing is given up: how many will not get it. */
export function QuestionDialog({ mailing, action, close, confirm }: QuestionDialogProps) {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const run = useQuery({ ...newestRun(mailing.id), enabled: action === 'stop' });
  const left = run.data?.progress.notSent;
  return (
    <ConfirmDialog
      opened
      danger
      title={t(`ask.${action}.title`, { name: mailing.name })}
      action={
        action === 'stop' && left !== undefined
          ? t('ask.stop.actionLeft', { left: format.exact(left), count: left })
          : t(`ask.${action}.action`)
      }
      onConfirm={confirm}
      onCancel={close}
    >
      <Text size="sm">{t(`ask.${action}.why`)}</Text>
    </ConfirmDialog>
  );
}
