import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components';
import { useFormat } from '@/lib/format/useFormat';
import type { Sender } from './draft';
import type { State } from './queries';
import classes from './sender.module.css';
import { useDuty } from './useDuty';

interface DrainDialogProps {
  sender: Sender;
  state: State | undefined;
  opened: boolean;
  close: () => void;
}

/** Asks before a sender is taken out of service, and says what still goes out and what stays. */
export function DrainDialog({ sender, state, opened, close }: DrainDialogProps) {
  const { t } = useTranslation('sender');
  const format = useFormat();
  const duty = useDuty();
  const { due = 0, later = 0, held = 0 } = state?.queue ?? {};
  const going = due + (state?.inFlight ?? 0);
  const drain = async () => {
    await duty.mutateAsync({ sender, command: 'drain' });
    close();
  };
  return (
    <ConfirmDialog
      opened={opened}
      title={t('page.drainTitle', { name: sender.name })}
      action={t('page.drainAction')}
      onConfirm={drain}
      onCancel={close}
    >
      <p className={classes.said}>{t('page.drainWhy')}</p>
      <ul className={classes.said}>
        <li>{t('page.drainWaiting', { count: going, number: format.exact(going) })}</li>
        {later > 0 && <li>{t('queue.later', { count: later, number: format.exact(later) })}</li>}
        {held > 0 && <li>{t('queue.held', { count: held, number: format.exact(held) })}</li>}
      </ul>
      <p className={`${classes.said} pr-quiet`}>{t('page.drainReceipts')}</p>
      <p className={`${classes.said} pr-quiet`}>{t('page.drainBack')}</p>
    </ConfirmDialog>
  );
}
