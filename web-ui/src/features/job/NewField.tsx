import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemForm, toast, useProblemForm } from '@/components';
import { api, ask, ifMatch, type Schema } from '@/lib/api';
import { fieldName } from './fieldName';
import classes from './job.module.css';

type Field = Schema<'ProfileField'>;
const TYPES = ['text', 'integer', 'float', 'boolean', 'date', 'datetime'] as const;

interface NewFieldProps {
  database: Schema<'Database'>;
  column: string;
  /** What stands in the column; what is no type becomes a text. */
  kind: string;
  close: () => void;
  onMade: (name: string) => void;
}

/** A field of the database for a column that none fits. */
export function NewField({ database, column, kind, close, onMade }: NewFieldProps) {
  const { t } = useTranslation('job');
  const queries = useQueryClient();
  const taken = database.fields.map((field) => field.name);
  const problem = useProblemForm<{ name: string; label: string; type: Field['type']; key: boolean }>({
    initial: {
      name: fieldName(column, taken),
      label: column.slice(0, 200),
      type: TYPES.find((type) => type === kind) ?? 'text',
      key: false,
    },
    version: database.version,
    draft: `import.field.${database.id}.${column.slice(0, 100)}`,
    validate: { name: (value) => (value.trim() ? null : t('import.nameMissing')) },
    save: async (draft, { version }) => {
      const field = { ...draft, name: draft.name.trim(), required: false, options: [] };
      const { name, defaultCountry, fields } = database;
      const saved = await ask(
        api.PUT('/api/v1/databases/{id}', {
          params: { path: { id: database.id }, header: ifMatch(version) },
          body: { name, defaultCountry, fields: [...fields, field] },
        }),
      );
      queries.setQueryData(['databases', database.id], saved);
      toast(t('import.made', { name: field.label || field.name }));
      onMade(field.name);
    },
  });
  const { form } = problem;
  return (
    <Modal opened onClose={close} title={t('import.newField')}>
      <ProblemForm form={problem} free className={classes.form}>
        <TextInput label={t('import.label')} maxLength={500} data-autofocus {...form.getInputProps('label')} />
        <TextInput
          label={t('import.fieldName')}
          description={t('import.fieldNameWhy')}
          required
          maxLength={63}
          {...form.getInputProps('name')}
        />
        <Select
          label={t('import.type')}
          allowDeselect={false}
          data={TYPES.map((type) => ({ value: type, label: t(`type.${type}`) }))}
          {...form.getInputProps('type')}
        />
        <Checkbox
          label={t('import.key')}
          description={t('import.keyWhy')}
          {...form.getInputProps('key', { type: 'checkbox' })}
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
