import { Button, Modal, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemForm, toast, useProblemForm } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import classes from './job.module.css';

interface NewResourceProps {
  databaseId: string;
  close: () => void;
  onMade: (resource: Schema<'Resource'>) => void;
}

/** A resource without leaving the import, for the people of its database. */
export function NewResource({ databaseId, close, onMade }: NewResourceProps) {
  const { t } = useTranslation('job');
  const queries = useQueryClient();
  const problem = useProblemForm<{ name: string; callerId: string }>({
    initial: { name: '', callerId: '' },
    draft: 'import.resource',
    validate: { name: (value) => (value.trim() ? null : t('import.nameMissing')) },
    save: async (draft, { key }) => {
      const body = {
        name: draft.name.trim(),
        channels: [{ channel: 'sms' as const, callerId: draft.callerId.trim() }],
        databaseIds: [databaseId],
      };
      const made = await ask(api.POST('/api/v1/resources', { params: { header: { 'Idempotency-Key': key } }, body }));
      await queries.invalidateQueries({ queryKey: ['resources'] });
      toast(t('import.made', { name: made.name }));
      onMade(made);
    },
  });
  return (
    <Modal opened onClose={close} title={t('import.newResource')}>
      <ProblemForm form={problem} free className={classes.form}>
        <TextInput
          label={t('import.name')}
          description={t('import.resourceNameWhy')}
          required
          maxLength={200}
          data-autofocus
          {...problem.form.getInputProps('name')}
        />
        <TextInput
          label={t('import.callerId')}
          description={t('import.callerIdWhy')}
          maxLength={65}
          {...problem.form.getInputProps('callerId')}
        />
        <div className={classes.end}>
          <Button onClick={close}>{t('kit:confirm.cancel')}</Button>
          <Button type="submit" variant="filled" loading={problem.busy}>
            {t('import.make')}
          </Button>
        </div>
      </ProblemForm>
    </Modal>
  );
}
