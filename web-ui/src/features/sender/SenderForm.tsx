import { Accordion, Button, Card, NumberInput, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemForm, toast, useProblemForm } from '@/components';
import { api, ask, ifMatch, useMay, type Schema } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { bodyOf, fieldName, sentSettings, settingsOf, type Draft, type Setting } from './draft';
import classes from './sender.module.css';
import { SettingField } from './SettingField';

type Sender = Schema<'Sender'>;
type Gateway = Schema<'ProviderForm'>;
const OPEN = ['connection', 'login'];

/** What an operator always gives; the rest stands in groups that are closed at first. */
function essential(one: Setting): boolean {
  return OPEN.includes(one.group) && (one.required || one.secret || one.type === 'number');
}

interface SenderFormProps {
  gateways: Gateway[];
  sender?: Sender;
  onSaved: (sender: Sender) => void;
}

function draftOf(gateway: Gateway, sender: Sender | undefined): Draft {
  return {
    name: sender?.name ?? '',
    gateway: gateway.name,
    callerId: sender?.callerId ?? '',
    messagesPerSecond: sender?.messagesPerSecond ?? '',
    partsPerSecond: sender?.partsPerSecond ?? '',
    settings: settingsOf(gateway.settings, sender?.settings ?? {}),
  };
}

/** Tries to connect with what stands in the form, saved or not. */
function Trial({ draft, gateway, senderId }: { draft: Draft; gateway: Gateway; senderId: string | undefined }) {
  const { t } = useTranslation('sender');
  const text = useProblemText();
  const [answer, setAnswer] = useState<{ good: boolean; words: string }>();
  const [busy, setBusy] = useState(false);
  const attempt = () => {
    setBusy(true);
    const settings = sentSettings(gateway.settings, draft);
    const body = senderId ? { senderId, settings } : { gateway: gateway.name, settings };
    ask(api.POST('/api/v1/senders/test-connection', { body }))
      .then((found) => setAnswer({ good: found.phase === 'up', words: found.detail }))
      .catch((problem: unknown) => setAnswer({ good: false, words: text.error(problem) }))
      .finally(() => setBusy(false));
  };
  return (
    <div>
      <Button loading={busy} onClick={attempt}>
        {t('form.try')}
      </Button>
      {answer && (
        <p className={classes.answer} role="status">
          <b>{answer.good ? t('form.connects') : t('form.doesNotConnect')}</b>{' '}
          <span className="pr-long">{answer.words}</span>
        </p>
      )}
    </div>
  );
}

/** A sender, new or not; its settings are drawn from what the gateway's plugin says of them. */
export function SenderForm({ gateways, sender, onSaved }: SenderFormProps) {
  const { t } = useTranslation('sender');
  const queries = useQueryClient();
  const may = useMay()('senders:write');
  const [chosen, setChosen] = useState(sender?.gateway ?? gateways[0]?.name ?? '');
  const gateway = gateways.find((one) => one.name === chosen) ?? { name: chosen, settings: [] };
  const saved = (answer: Sender) => {
    void queries.invalidateQueries({ queryKey: ['senders'] });
    toast(t('form.saved', { name: answer.name }));
    onSaved(answer);
  };
  const problem = useProblemForm<Draft>({
    initial: draftOf(gateway, sender),
    version: sender?.version ?? 0,
    draft: `sender.${sender?.id ?? 'new'}`,
    secrets: ['settings'],
    validate: { name: (value) => (value.trim() ? null : t('form.nameMissing')) },
    save: async (draft, { version, key }) => {
      const body = bodyOf(gateway.settings, draft);
      const answer = sender
        ? await ask(
            api.PUT('/api/v1/senders/{id}', { params: { path: { id: sender.id }, header: ifMatch(version) }, body }),
          )
        : await ask(api.POST('/api/v1/senders', { params: { header: { 'Idempotency-Key': key } }, body }));
      saved(answer);
      return answer;
    },
    ...(sender
      ? {
          reload: async () => {
            const now = await ask(api.GET('/api/v1/senders/{id}', { params: { path: { id: sender.id } } }));
            return { values: draftOf(gateway, now), version: now.version };
          },
        }
      : {}),
  });
  const { form } = problem;
  const draft = form.getValues();
  const groups = [...new Set(gateway.settings.map((one) => one.group))];
  const fields = (which: (one: Setting) => boolean) =>
    gateway.settings.filter(which).map((setting) => {
      const { value, onChange, error } = form.getInputProps(`settings.${fieldName(setting.name)}`) as {
        value: string;
        onChange: (value: string) => void;
        error?: React.ReactNode;
      };
      return (
        <SettingField
          key={setting.name}
          setting={setting}
          set={sender?.secretsSet?.includes(setting.name) ?? false}
          input={{ value, onChange, error }}
        />
      );
    });
  return (
    <Card>
      <ProblemForm form={problem}>
        <fieldset disabled={!may} className={classes.fields} style={{ border: 0, margin: 0, padding: 0 }}>
          <TextInput label={t('form.name')} maxLength={200} required {...form.getInputProps('name')} />
          {gateways.length > 1 && !sender && (
            <Select
              label={t('form.gateway')}
              data={gateways.map((one) => one.name)}
              value={chosen}
              allowDeselect={false}
              onChange={(next) => {
                const other = gateways.find((one) => one.name === next);
                if (!other) return;
                setChosen(other.name);
                form.setValues({ gateway: other.name, settings: settingsOf(other.settings, {}) });
              }}
            />
          )}
          {fields(essential)}
          <Trial draft={draft} gateway={gateway} senderId={sender?.id} />
          <TextInput
            label={t('form.callerId')}
            description={t('form.callerIdWhy')}
            maxLength={16}
            {...form.getInputProps('callerId')}
          />
          <NumberInput
            label={t('form.messagesPerSecond')}
            description={t('form.speedWhy')}
            min={1}
            max={1_000_000}
            allowDecimal={false}
            {...form.getInputProps('messagesPerSecond')}
          />
          <NumberInput
            label={t('form.partsPerSecond')}
            min={1}
            max={1_000_000}
            allowDecimal={false}
            {...form.getInputProps('partsPerSecond')}
          />
          <Accordion variant="separated">
            {groups.map((group) => (
              <Accordion.Item key={group} value={group}>
                <Accordion.Control>{t(`group.${group}`, { defaultValue: group })}</Accordion.Control>
                <Accordion.Panel>
                  <div className={classes.fields}>{fields((one) => one.group === group && !essential(one))}</div>
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        </fieldset>
        {may && (
          <div className={classes.buttons}>
            <Button type="submit" variant="filled" loading={problem.busy}>
              {t('form.save')}
            </Button>
          </div>
        )}
      </ProblemForm>
    </Card>
  );
}
