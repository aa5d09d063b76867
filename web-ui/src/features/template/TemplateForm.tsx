import { Button, Card, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemForm, toast, useProblemForm } from '@/components';
import { api, ask, ifMatch, useMay, type Schema } from '@/lib/api';
import { useQueryWords } from '@/lib/navigation';
import { Distribution } from './Distribution';
import { Findings } from './Findings';
import { Side } from './Side';
import classes from './template.module.css';
import { TextCard } from './TextCard';
import type { EditorHandle } from './TextEditor';
import { useCheck } from './useCheck';
import { useFirstDatabase } from './useFields';
import { usePerson } from './usePerson';

type Template = Schema<'Template'>;
type Draft = { name: string; texts: { sms: string }; ready: boolean };

function draftOf(template: Template | undefined): Draft {
  return {
    name: template?.name ?? '',
    texts: { sms: template?.texts['sms'] ?? '' },
    ready: template ? template.state === 'ready' : true,
  };
}

function useTemplateForm(template: Template | undefined, onSaved: (template: Template) => void) {
  const { t } = useTranslation('template');
  const queries = useQueryClient();
  return useProblemForm<Draft>({
    initial: draftOf(template),
    version: template?.version ?? 0,
    draft: `template.${template?.id ?? 'new'}`,
    validate: {
      name: (value) => (value.trim() ? null : t('form.nameMissing')),
      texts: { sms: (value) => (value ? null : t('form.smsMissing')) },
    },
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
      queries.setQueryData(['templates', answer.id], answer);
      void queries.invalidateQueries({ queryKey: ['templates'], predicate: (query) => query.queryKey[1] !== 'check' });
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
}

/** A text for SMS with a live look at what it becomes. */
export function TemplateForm({ template, onSaved }: { template?: Template; onSaved: (template: Template) => void }) {
  const { t } = useTranslation('template');
  const may = useMay()('templates:write');
  const problem = useTemplateForm(template, onSaved);
  const { form } = problem;
  const editor = useRef<EditorHandle>(null);
  const [words, setWords] = useQueryWords();
  const first = useFirstDatabase();
  const database = words['database'] ?? first;
  const text = form.getValues().texts.sms;
  const onText = (next: string) => form.setFieldValue('texts.sms', next);
  const check = useCheck(text, database);
  const preview = text === '' ? undefined : check.data?.preview;
  const who = usePerson(database, preview);
  return (
    <div className={classes.grid}>
      <div className={classes.stack}>
        <ProblemForm
          form={problem}
          className={classes.stack}
          labels={{ name: t('form.name'), texts: t('form.sms'), ready: t('form.ready') }}
        >
          <Card>
            <TextInput
              label={t('form.name')}
              required
              readOnly={!may}
              maxLength={200}
              {...form.getInputProps('name')}
            />
          </Card>
          <TextCard
            text={text}
            onText={onText}
            error={form.errors['texts.sms']}
            readOnly={!may}
            database={database}
            check={check}
            who={who}
            editor={editor}
          />
          <Findings
            problems={text === '' ? [] : (check.data?.problems ?? [])}
            preview={preview}
            error={check.error}
            text={text}
            onText={onText}
            goTo={(line, column) => editor.current?.goTo(line, column)}
          />
          {preview && <Distribution preview={preview} />}
          {may && (
            <Card className={classes.foot ?? ''}>
              <Switch
                label={t('form.ready')}
                description={t('form.readyWhy')}
                {...form.getInputProps('ready', { type: 'checkbox' })}
              />
              <Button type="submit" variant="filled" loading={problem.busy}>
                {t('form.save')}
              </Button>
            </Card>
          )}
        </ProblemForm>
      </div>
      <Side text={text} who={who} check={check} database={database} onDatabase={(id) => setWords({ database: id })} />
    </div>
  );
}
