import { Button, Card, MultiSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemForm, toast, useProblemForm } from '@/components';
import { api, ask, ifMatch, useMay, type Schema } from '@/lib/api';
import classes from './resource.module.css';

type Resource = Schema<'Resource'>;
type Draft = { name: string; website: string; trackingDomain: string; callerId: string; databaseIds: string[] };

function draftOf(resource: Resource | undefined): Draft {
  return {
    name: resource?.name ?? '',
    website: resource?.website ?? '',
    trackingDomain: resource?.trackingDomain ?? '',
    callerId: resource?.channels.find((one) => one.channel === 'sms')?.callerId ?? '',
    databaseIds: resource?.databaseIds ?? [],
  };
}

function bodyOf(draft: Draft): Schema<'NewResource'> {
  return {
    name: draft.name.trim(),
    website: draft.website.trim(),
    trackingDomain: draft.trackingDomain.trim(),
    channels: [{ channel: 'sms', callerId: draft.callerId.trim() }],
    databaseIds: draft.databaseIds,
  };
}

/** What people subscribe to, new or not. */
export function ResourceForm({ resource, onSaved }: { resource?: Resource; onSaved: (resource: Resource) => void }) {
  const { t } = useTranslation('resource');
  const queries = useQueryClient();
  const may = useMay()('resources:write');
  const databases = useQuery({
    queryKey: ['databases', 'all'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/databases', { params: { query: { limit: 200 } }, signal })),
  });
  const names = new Map((resource?.databases ?? []).map((one) => [one.id, one.name]));
  databases.data?.items.forEach((one) => names.set(one.id, one.name));
  const problem = useProblemForm<Draft>({
    initial: draftOf(resource),
    version: resource?.version ?? 0,
    draft: `resource.${resource?.id ?? 'new'}`,
    validate: { name: (value) => (value.trim() ? null : t('form.nameMissing')) },
    save: async (draft, { version, key }) => {
      const body = bodyOf(draft);
      const answer = resource
        ? await ask(
            api.PUT('/api/v1/resources/{id}', {
              params: { path: { id: resource.id }, header: ifMatch(version) },
              body,
            }),
          )
        : await ask(api.POST('/api/v1/resources', { params: { header: { 'Idempotency-Key': key } }, body }));
      void queries.invalidateQueries({ queryKey: ['resources'] });
      toast(t('form.saved', { name: answer.name }));
      onSaved(answer);
      return answer;
    },
    ...(resource
      ? {
          reload: async () => {
            const now = await ask(api.GET('/api/v1/resources/{id}', { params: { path: { id: resource.id } } }));
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
            label={t('form.callerId')}
            description={t('form.callerIdWhy')}
            maxLength={16}
            {...form.getInputProps('callerId')}
          />
          <MultiSelect
            label={t('form.databases')}
            description={t('form.databasesWhy')}
            searchable
            data={[...names].map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('databaseIds')}
          />
          <TextInput label={t('form.website')} maxLength={500} {...form.getInputProps('website')} />
          <TextInput
            label={t('form.trackingDomain')}
            description={t('form.trackingDomainWhy')}
            maxLength={253}
            {...form.getInputProps('trackingDomain')}
          />
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
