import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog, toast } from '@/components';
import { api, ask, ifMatch } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import type { Sender } from './draft';
import type { State } from './queries';

interface DeleteDialogProps {
  sender: Sender;
  state: State | undefined;
  opened: boolean;
  close: () => void;
}

/** Asks before a sender goes, and says what goes with it. */
export function DeleteDialog({ sender, state, opened, close }: DeleteDialogProps) {
  const { t } = useTranslation('sender');
  const format = useFormat();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const waiting = (state?.waiting ?? 0) + (state?.inFlight ?? 0);
  const remove = async () => {
    const params = { path: { id: sender.id }, header: ifMatch(sender.version) };
    await ask(api.DELETE('/api/v1/senders/{id}', { params: params as never }));
    toast(t('page.deleted', { name: sender.name }));
    await navigate({ to: '/senders', ignoreBlocker: true });
    queries.removeQueries({ queryKey: ['senders', sender.id] });
    await queries.invalidateQueries({ queryKey: ['senders'] });
    await queries.invalidateQueries({ queryKey: ['rehearsal'] });
  };
  return (
    <ConfirmDialog
      opened={opened}
      danger
      title={t('page.deleteTitle', { name: sender.name })}
      action={t('page.deleteAction')}
      onConfirm={remove}
      onCancel={close}
    >
      {waiting > 0 && <p>{t('page.deleteWaiting', { count: waiting, number: format.exact(waiting) })}</p>}
      <p>{t(sender.rehearsal ? 'page.deleteRehearsal' : 'page.deleteWhy')}</p>
    </ConfirmDialog>
  );
}
