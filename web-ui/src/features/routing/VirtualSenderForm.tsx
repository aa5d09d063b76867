import { Button, Card, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemForm, toast, useProblemForm } from '@/components';
import { api, ask, ifMatch, useMay } from '@/lib/api';
import { draftOf, missing, MOST_RULES, newRule, rulesOf, type Draft, type VirtualSender } from './draft';
import { ALL } from './queries';
import classes from './routing.module.css';
import { RuleCard } from './RuleCard';
import { WhereBox } from './WhereBox';

interface VirtualSenderFormProps {
  /** What is changed, as the server has it now; nothing for a new one. */
  saved?: VirtualSender;
  onSaved: (saved: VirtualSender) => void;
}

function useVirtualSenderForm({ saved, onSaved }: VirtualSenderFormProps) {
  const { t } = useTranslation('routing');
  const queries = useQueryClient();
  const send = (draft: Draft, version: number, key: string): Promise<VirtualSender> => {
    const body = { name: draft.name.trim(), rules: rulesOf(draft) };
    if (!saved) {
      return ask(api.POST('/api/v1/virtual-senders', { params: { header: { 'Idempotency-Key': key } }, body }));
    }
    const params = { path: { id: saved.id }, header: ifMatch(version) };
    return ask(api.PUT('/api/v1/virtual-senders/{id}', { params, body }));
  };
  return useProblemForm<Draft>({
    initial: draftOf(saved),
    version: saved?.version ?? 0,
    draft: `virtual-sender.${saved?.id ?? 'new'}`,
    validate: (draft) => ({
      ...(draft.name.trim() ? {} : { name: t('form.nameMissing') }),
      ...missing(draft, t('form.senderMissing')),
    }),
    save: async (draft, { version, key }) => {
      const answer = await send(draft, version, key);
      void queries.invalidateQueries({ queryKey: ALL });
      toast(t('form.saved', { name: answer.name }));
      onSaved(answer);
      return answer;
    },
    ...(saved && {
      reload: async () => {
        const now = await ask(api.GET('/api/v1/virtual-senders/{id}', { params: { path: { id: saved.id } } }));
        return { values: draftOf(now), version: now.version };
      },
    }),
  });
}

/** A virtual sender, new or not: its rules from the first to the default one, and the question where a number would go. */
export function VirtualSenderForm(props: VirtualSenderFormProps) {
  const { t } = useTranslation('routing');
  const may = useMay()('senders:write');
  const problem = useVirtualSenderForm(props);
  const { form } = problem;
  const draft = form.getValues();
  const others = draft.rules.length - 1;
  const complete = draft.rules.every((rule) => rule.targets.every((target) => target.senderId));
  return (
    <div className={classes.page}>
      <ProblemForm form={problem} labels={{ name: t('form.name'), rules: t('form.rules') }}>
        <fieldset className={classes.form} disabled={!may}>
          <legend className="pr-hidden">{t('form.rules')}</legend>
          <Card component="section">
            <TextInput label={t('form.name')} maxLength={200} {...form.getInputProps('name')} />
          </Card>
          {draft.rules.map((_, i) => (
            <RuleCard key={i} form={form} rule={i} />
          ))}
          <div className={classes.buttons}>
            <Button
              leftSection={<IconPlus size={16} aria-hidden />}
              disabled={draft.rules.length >= MOST_RULES}
              onClick={() => form.insertListItem('rules', newRule('country'), others)}
            >
              {t('form.ruleAdd')}
            </Button>
            {may && (
              <Button
                type="submit"
                variant="filled"
                loading={problem.busy}
                disabled={Boolean(props.saved) && !problem.dirty}
              >
                {t('form.save')}
              </Button>
            )}
          </div>
        </fieldset>
      </ProblemForm>
      <WhereBox draft={draft} complete={complete} />
    </div>
  );
}
