import { ActionIcon, Button, Card, Checkbox, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemForm, toast, useProblemForm } from '@/components';
import { api, ask, ifMatch, useMay, type Schema } from '@/lib/api';
import classes from './profile.module.css';

type Database = Schema<'Database'>;
type Field = Schema<'ProfileField'>;
type Draft = { name: string; defaultCountry: string; fields: Required<Omit<Field, 'options'>>[] };
const TYPES: Field['type'][] = ['text', 'integer', 'float', 'boolean', 'date', 'datetime', 'phones'];

function draftOf(database: Database | undefined): Draft {
  return {
    name: database?.name ?? '',
    defaultCountry: database?.defaultCountry ?? '',
    fields: (database?.fields ?? []).map((field) => ({ label: '', required: false, key: false, ...field })),
  };
}

function FieldRows({ form, known }: { form: ReturnType<typeof useProblemForm<Draft>>['form']; known: Set<string> }) {
  const { t } = useTranslation('profile');
  return (
    <fieldset className={classes.rows}>
      <legend className={classes.legend}>{t('form.fields')}</legend>
      <p className="pr-quiet pr-small">{t('form.fieldsWhy')}</p>
      {form.getValues().fields.map((field, i) => (
        <div key={i} className={classes.row}>
          <TextInput
            label={t('form.fieldName')}
            maxLength={63}
            disabled={known.has(field.name)}
            {...form.getInputProps(`fields.${i}.name`)}
          />
          <TextInput label={t('form.fieldLabel')} maxLength={500} {...form.getInputProps(`fields.${i}.label`)} />
          <Select
            label={t('form.fieldType')}
            allowDeselect={false}
            disabled={known.has(field.name)}
            data={[...new Set([...TYPES, field.type])].map((type) => ({ value: type, label: t(`type.${type}`) }))}
            {...form.getInputProps(`fields.${i}.type`)}
          />
          <Checkbox label={t('form.fieldKey')} {...form.getInputProps(`fields.${i}.key`, { type: 'checkbox' })} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('form.removeField', { name: field.name || String(i + 1) })}
            onClick={() => form.removeListItem('fields', i)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() =>
            form.insertListItem('fields', { name: '', label: '', type: 'text', required: false, key: false })
          }
        >
          {t('form.addField')}
        </Button>
      </div>
    </fieldset>
  );
}

/** Where profiles are kept, new or not. */
export function DatabaseForm({ database, onSaved }: { database?: Database; onSaved: (database: Database) => void }) {
  const { t } = useTranslation('profile');
  const queries = useQueryClient();
  const may = useMay()('profiles:write');
  const problem = useProblemForm<Draft>({
    initial: draftOf(database),
    version: database?.version ?? 0,
    draft: `database.${database?.id ?? 'new'}`,
    validate: { name: (value) => (value.trim() ? null : t('form.nameMissing')) },
    save: async (draft, { version, key }) => {
      const options = new Map((database?.fields ?? []).map((field) => [field.name, field.options ?? []]));
      const body = {
        name: draft.name.trim(),
        defaultCountry: draft.defaultCountry.trim().toUpperCase(),
        fields: draft.fields.map((field) => ({ ...field, options: options.get(field.name) ?? [] })),
      };
      const answer = database
        ? await ask(
            api.PUT('/api/v1/databases/{id}', {
              params: { path: { id: database.id }, header: ifMatch(version) },
              body,
            }),
          )
        : await ask(api.POST('/api/v1/databases', { params: { header: { 'Idempotency-Key': key } }, body }));
      void queries.invalidateQueries({ queryKey: ['databases'] });
      toast(t('form.saved', { name: answer.name }));
      onSaved(answer);
      return answer;
    },
    ...(database
      ? {
          reload: async () => {
            const now = await ask(api.GET('/api/v1/databases/{id}', { params: { path: { id: database.id } } }));
            return { values: draftOf(now), version: now.version };
          },
        }
      : {}),
  });
  const { form } = problem;
  return (
    <Card>
      <ProblemForm form={problem}>
        <fieldset disabled={!may} className={classes.fields}>
          <TextInput label={t('form.name')} required maxLength={200} {...form.getInputProps('name')} />
          <TextInput
            label={t('form.country')}
            description={t('form.countryWhy')}
            maxLength={2}
            {...form.getInputProps('defaultCountry')}
          />
          <FieldRows form={form} known={new Set((database?.fields ?? []).map((field) => field.name))} />
          {may && (
            <div>
              <Button type="submit" variant="filled" loading={problem.busy}>
                {t('form.save')}
              </Button>
            </div>
          )}
        </fieldset>
      </ProblemForm>
    </Card>
  );
}
