import { Checkbox, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog, toast } from '@/components';
import { useFormat } from '@/lib/format/useFormat';
import { decide, LIST, type Decision } from './queries';

interface DecideDialogProps {
  decision: Decision;
  /** Called with whether it was carried out. */
  close: (decided: boolean) => void;
}

/** Asks before messages are sent again or closed, and says what that risks. */
export function DecideDialog({ decision, close }: DecideDialogProps) {
  const { t } = useTranslation('doubt');
  const format = useFormat();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [late, setLate] = useState(false);
  const again = decision.action === 'send-again';
  const words = { count: decision.count, number: format.exact(decision.count) };
  const confirm = async () => {
    const done = await decide(decision, reason, late);
    if (done) {
      toast(t('done', { count: done.done.length, number: format.exact(done.done.length) }));
      if (done.left.length > 0) {
        toast(t('leftAlone', { count: done.left.length, number: format.exact(done.left.length) }));
      }
    }
    close(true);
    await queries.invalidateQueries({ queryKey: LIST });
    await queries.invalidateQueries({ queryKey: ['jobs'] });
  };
  return (
    <ConfirmDialog
      opened
      title={t(again ? 'againTitle' : 'closeTitle', words)}
      action={t(again ? 'againAction' : 'closeAction', words)}
      danger={again}
      onConfirm={confirm}
      onCancel={() => close(false)}
    >
      {again ? (
        <>
          <p>
            <b>{t('againRisk')}</b>
          </p>
          <p>{t('againChecks')}</p>
          <Checkbox label={t('evenIfLate')} checked={late} onChange={(event) => setLate(event.currentTarget.checked)} />
        </>
      ) : (
        <p>{t('closeWhy')}</p>
      )}
      <TextInput
        label={t('why')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
