import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemForm, toast, useProblemForm } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import { useCountries } from './countries';
import classes from './job.module.css';

interface NewDatabaseProps {
  suggested: string;
  close: () => void;
  onMade: (database: Schema<'Database'>) => void;
}

/** The country of the browser's language, such as US of en-US. */
function ownCountry(): string {
  return new Intl.Locale(navigator.language).region ?? '';
}

/** A database without leaving the import; its own fields come with the columns. */
export function NewDatabase({ suggested, close, onMade }: NewDatabaseProps) {
  const { t } = useTranslation('job');
  const queries = useQueryClient();
  const countries = useCountries();
  const problem = useProblemForm<{ name: string; defaultCountry: string }>({
    initial: { name: suggested.slice(0, 200), defaultCountry: ownCountry() },
    draft: 'import.database',
    validate: { name: (value) => (value.trim() ? null : t('import.nameMissing')) },
    save: async (draft, { key }) => {
      const body = { name: draft.name.trim(), defaultCountry: draft.defaultCountry, fields: [] };
      const made = await ask(api.POST('/api/v1/databases', { params: { header: { 'Idempotency-Key': key } }, body }));
      void queries.invalidateQueries({ queryKey: ['databases'] });
      toast(t('import.made', { name: made.name }));
      onMade(made);
    },
  });
  return (
    <Modal opened onClose={close} title={t('import.newDatabase')}>
      <ProblemForm form={problem} free className={classes.form}>
        <TextInput
          label={t('import.name')}
          required
          maxLength={200}
          data-autofocus
          {...problem.form.getInputProps('name')}
        />
        <Select
          label={t('import.country')}
          description={t('import.countryWhy')}
          searchable
          clearable
          data={countries.options}
          {...problem.form.getInputProps('defaultCountry')}
          onChange={(next) => problem.form.setFieldValue('defaultCountry', next ?? '')}
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
