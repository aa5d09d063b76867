import { Button, Card, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState, PageHeader, ProblemForm, toast, useProblemForm } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import { useParam } from '@/lib/navigation';
import { besideContact, changesOf, draftOf, nameOf, type Draft, type Field } from './person';
import { PersonFields } from './PersonFields';
import classes from './profile.module.css';
import { useDatabase, useFields, useResources } from './usePeople';

type New = Draft & { resourceId: string; contact: string };
/** What is asked of somebody who is added by hand; the rest can be filled in on the card. */
const FIRST = ['_fname', '_lname', 'email', '_city'];

interface NewPersonProps {
  database: Schema<'Database'>;
  resources: Schema<'Resource'>[];
  fields: Field[];
  label: (name: string) => string;
}

function NewPerson({ database, resources, fields, label }: NewPersonProps) {
  const { t } = useTranslation('profile');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const empty = draftOf({}, fields);
  const problem = useProblemForm<New>({
    initial: { ...empty, resourceId: resources[0]?.id ?? '', contact: '' },
    draft: `profile.new.${database.id}`,
    save: async (draft, { key }) => {
      const phone = draft.contact.trim();
      const values = { ...changesOf(draft, empty, fields), ...(phone ? { phones: [phone] } : {}) };
      const subscriptions = phone && draft.resourceId ? [{ resourceId: draft.resourceId, contact: phone }] : [];
      const made = await ask(
        api.POST('/api/v1/databases/{id}/profiles', {
          params: { path: { id: database.id }, header: { 'Idempotency-Key': key } },
          body: { values, subscriptions },
        }),
      ).catch((problem: unknown) => {
        throw besideContact(problem);
      });
      await queries.invalidateQueries({ queryKey: ['databases', database.id] });
      toast(t('person.saved', { name: nameOf(made.values) || t('people.nameless', { id: made.id }) }));
      await navigate({ to: `/databases/${database.id}/profiles/${made.id}`, ignoreBlocker: true });
      return made;
    },
  });
  const { form } = problem;
  return (
    <Card maw={760}>
      <ProblemForm form={problem}>
        <div className={classes.stack}>
          <div className={classes.pair}>
            <TextInput
              label={t('person.phone')}
              description={
                database.defaultCountry
                  ? t('person.phoneWhy', { country: database.defaultCountry })
                  : t('person.phonePlus')
              }
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxLength={100}
              inputMode="tel"
              {...form.getInputProps('contact')}
            />
            <Select
              label={t('person.subscribeWhere')}
              clearable
              placeholder={t('person.nowhere')}
              data={resources.map((resource) => ({ value: resource.id, label: resource.name }))}
              {...form.getInputProps('resourceId')}
              value={form.getValues().resourceId || null}
              onChange={(next) => form.setFieldValue('resourceId', next ?? '')}
            />
          </div>
          <PersonFields form={form as never} fields={fields} label={label} />
          <div className={classes.foot}>
            <Button type="submit" variant="filled" loading={problem.busy}>
              {t('person.add')}
            </Button>
          </div>
        </div>
      </ProblemForm>
    </Card>
  );
}

/** One person added by hand, and subscribed at once. */
export default function NewPersonPage() {
  const { t } = useTranslation('profile');
  const id = useParam('id');
  const database = useDatabase(id);
  const resources = useResources(id);
  const { fields, label } = useFields(database.data);
  const own = new Set(database.data?.fields.map((field) => field.name));
  const asked = fields.filter((field) => FIRST.includes(field.name) || own.has(field.name));
  return (
    <>
      <PageHeader title={t('person.new')} meta={database.data?.name} />
      {database.isError && <ErrorState error={database.error} retry={() => void database.refetch()} />}
      {database.data && resources.data && (
        <NewPerson database={database.data} resources={resources.data} fields={asked} label={label} />
      )}
    </>
  );
}
