import { Button, Card, Switch, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemForm, toast, useProblemForm } from '@/components';
import { api, ask, ifMatch, useMay, type Schema } from '@/lib/api';
import { Preview } from './Preview';
import classes from './template.module.css';

type Template = Schema<'Template'>;
type Draft = { name: string; texts: { sms: string }; ready: boolean };

function draftOf(template: Template | undefined): Draft {
  return {
    name: template?.name ?? '',
    texts: { sms: template?.texts['sms'] ?? '' },
    ready: template ? template.state === 'ready' : true,
  };
}

/** A text for SMS with a live look at what it becomes. */
export function TemplateForm({ template, onSaved }: { template?: Template; onSaved: (template: Template) => void }) {
  const { t } = useTranslation('template');
  const queries = useQueryClient();
  const may = useMay()('templates:write');
  const problem = useProblemForm<Draft>({
    initial: draftOf(template),
    version: template?.version ?? 0,
    draft: `template.${template?.id ?? 'new'}`,
    validate: { name: (value) => (value.trim() ? null : t('form.nameMissing')) },
    save: async (draft, { version, key }) => {
      const body = {
        name: draft.name.trim(),
        texts: { ...template?.texts, sms: draft.texts.sms },
        state: draft.ready ? ('ready' as const) : ('draft' as const),
      };
      const answer = template
        ? await ask(
            api.PUT('/api/v1/templates/{id}', {
              params: { path: { id: template.id }, header: ifMatch(version) },
              body,
            }),
          )
        : await ask(api.POST('/api/v1/templates', { params: { header: { 'Idempotency-Key': key } }, body }));
      void queries.invalidateQueries({ queryKey: ['templates'] });
      toast(t('form.saved', { name: answer.name }));
      onSaved(answer);
      return answer;
    },
    ...(template
      ? {
          reload: async () => {
            const now = await ask(api.GET('/api/v1/templates/{id}', { params: { path: { id: template.id } } }));
            return { values: draftOf(now), version: now.version };
          },
        }
      : {}),
  });
  const { form } = problem;
  return (
    <div className={classes.grid}>
      <Card>
        <ProblemForm form={problem}>
          <fieldset disabled={!may} className={classes.fields}>
            <TextInput label={t('form.name')} required maxLength={200} {...form.getInputProps('name')} />
            <Textarea
              className={classes.text}
              label={t('form.sms')}
              description={t('form.smsWhy')}
              autosize
              minRows={6}
              maxRows={20}
              maxLength={70_000}
              spellCheck
              {...form.getInputProps('texts.sms')}
            />
            <Switch
              label={t('form.ready')}
              description={t('form.readyWhy')}
              {...form.getInputProps('ready', { type: 'checkbox' })}
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
      <Preview text={form.getValues().texts.sms} />
    </div>
  );
}
