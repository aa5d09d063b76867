import { Alert, Button, Card, NumberInput, Select, TextInput } from '@mantine/core';
import { IconTestPipe } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemForm, toast, useProblemForm } from '@/components';
import { api, ask, ifMatch, useMay } from '@/lib/api';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { BELOW } from './below';
import { ConnectionTest } from './ConnectionTest';
import {
  besideFields,
  bodyOf,
  CHARSETS,
  draftOf,
  ERROR_CLASSES,
  fieldOf,
  sameSettings,
  secretFields,
  sentSettings,
  type Draft,
  type Gateway,
  type Sender,
  type Setting,
} from './draft';
import { DoubtFields } from './DoubtFields';
import { DurationField } from './DurationField';
import { ErrorFields } from './ErrorFields';
import { GatewayFields } from './GatewayFields';
import { MoreSettings } from './MoreSettings';
import classes from './sender.module.css';

const MOST = 1_000_000;
const LEAST = 0.01;
/** The groups of settings that are no gateway's. */
const ERRORS = 'errors';
const DOUBTS = 'doubts';
/** Settings by which a sender leads to the simulator; it may never lead elsewhere. */
const LED = ['host', 'port'];

interface SenderFormProps {
  gateways: Gateway[];
  /** What is changed, as the server has it now; nothing for a new one. */
  sender?: Sender;
  onSaved: (sender: Sender) => void;
}

/** What an operator always gives; the rest stands in groups that are closed at first. */
function essential(one: Setting): boolean {
  return (
    ['connection', 'login'].includes(one.group) &&
    (one.required || (one.secret && one.group === 'login') || one.type === 'number')
  );
}

function useSenderForm({ gateways, sender, onSaved }: SenderFormProps) {
  const { t } = useTranslation('sender');
  const queries = useQueryClient();
  const first = gateways.find((one) => one.name === sender?.gateway) ?? gateways[0] ?? { name: '', settings: [] };
  const begun = useRef(sender);
  const settingsOf = (draft: Draft) => gateways.find((one) => one.name === draft.gateway)?.settings ?? [];
  const save = async (draft: Draft, version: number, key: string): Promise<Sender> => {
    const body = bodyOf(settingsOf(draft), draft);
    if (!sender) {
      const made = { ...body, gateway: draft.gateway };
      return ask(api.POST('/api/v1/senders', { params: { header: { 'Idempotency-Key': key } }, body: made }));
    }
    // A pause since the form was opened is no change of what the form shows.
    const only = begun.current?.version === version && sameSettings(begun.current, sender);
    const header = ifMatch(only ? sender.version : version);
    return ask(api.PUT('/api/v1/senders/{id}', { params: { path: { id: sender.id }, header }, body }));
  };
  const problem = useProblemForm<Draft>({
    initial: draftOf(first, sender),
    version: sender?.version ?? 0,
    draft: `sender.${sender?.id ?? 'new'}`,
    secrets: secretFields(gateways),
    validate: { name: (value) => (value.trim() ? null : t('form.nameMissing')) },
    save: async (draft, { version, key }) => {
      const answer = await save(draft, version, key).catch((failure: unknown) => {
        throw besideFields(failure);
      });
      begun.current = answer;
      void queries.invalidateQueries({ queryKey: ['senders'] });
      toast(t('form.saved', { name: answer.name }));
      onSaved(answer);
      return answer;
    },
    ...(sender && {
      reload: async () => {
        const now = await ask(api.GET('/api/v1/senders/{id}', { params: { path: { id: sender.id } } }));
        begun.current = now;
        return { values: draftOf(first, now), version: now.version };
      },
    }),
  });
  return { problem, settings: settingsOf(problem.form.getValues()) };
}

/** What the fields are called, for comparing with what somebody else has saved. */
function useLabels(settings: Setting[]): Record<string, string> {
  const { t } = useTranslation('sender');
  const language = useLanguage();
  const own = [
    'name',
    'callerId',
    'messagesPerSecond',
    'partsPerSecond',
    'window',
    'maxParts',
    'charset',
    'validitySeconds',
  ];
  return Object.fromEntries([
    ...own.map((name) => [name, t(`form.${name}`)]),
    ...ERROR_CLASSES.flatMap((one) =>
      (['tries', 'within', 'pause', 'ending'] as const).map((field) => [
        `error:${one}:${field}`,
        t('errors.of', { label: t(`errors.${field}`), class: t(`errors.${one}`) }),
      ]),
    ),
    ...(['failOverTo', 'breakAfter', 'breakSeconds'] as const).map((field) => [field, t(`errors.${field}`)]),
    ['doubtAction', t('doubts.action')],
    ['doubtMinutes', t('doubts.afterMinutes')],
    ['doubtTries', t('doubts.tries')],
    ...settings.map((one) => [fieldOf(one.name), one.label[language] ?? one.label.en ?? one.name]),
  ]);
}

/** A sender, new or not; its settings are drawn from what the gateway's plugin says of them. */
export function SenderForm(props: SenderFormProps) {
  const { gateways, sender } = props;
  const { t } = useTranslation('sender');
  const text = useProblemText();
  const may = useMay()('senders:write');
  const { problem, settings } = useSenderForm(props);
  const labels = useLabels(settings);
  const { form } = problem;
  const draft = form.getValues();
  const tried = { settings: sentSettings(settings, draft) };
  const fields = {
    form,
    secretsSet: sender?.secretsSet ?? [],
    fixed: sender?.rehearsal ? LED : [],
  };
  const groups = [...new Set(settings.map((one) => one.group))];
  const rest = (group: string) => settings.filter((one) => one.group === group && !essential(one));
  const wrong = [
    ...(form.errors['failOverTo'] ? [ERRORS] : []),
    ...groups.filter((group) => rest(group).some((one) => form.errors[fieldOf(one.name)])),
    ...(form.errors['doubtMinutes'] || form.errors['doubtTries'] ? [DOUBTS] : []),
  ];
  const number = (name: 'messagesPerSecond' | 'partsPerSecond' | 'window' | 'maxParts', min: number, max: number) => (
    <NumberInput
      label={t(`form.${name}`)}
      description={t(`form.${name}Why`)}
      min={min}
      max={max}
      allowDecimal={min < 1}
      decimalScale={2}
      inputWrapperOrder={BELOW}
      {...form.getInputProps(name)}
    />
  );
  return (
    <ProblemForm form={problem} labels={labels}>
      <fieldset disabled={!may} className={classes.form}>
        <Card component="section">
          <h2 className={classes.title}>{t('form.who')}</h2>
          <div className={classes.fields}>
            <TextInput label={t('form.name')} maxLength={200} required {...form.getInputProps('name')} />
            {gateways.length > 1 && !sender && (
              <Select
                label={t('form.gateway')}
                data={gateways.map((one) => one.name)}
                allowDeselect={false}
                {...form.getInputProps('gateway')}
                onChange={(next) => {
                  const other = gateways.find((one) => one.name === next);
                  if (other) form.setValues({ ...draftOf(other), ...common(draft), gateway: other.name });
                }}
              />
            )}
            <TextInput
              label={t('form.callerId')}
              description={t('form.callerIdWhy')}
              maxLength={16}
              inputWrapperOrder={BELOW}
              {...form.getInputProps('callerId')}
            />
          </div>
        </Card>
        <Card component="section">
          <h2 className={classes.title}>{t('form.connection')}</h2>
          {sender?.rehearsal && (
            <Alert color="violet" icon={<IconTestPipe size={18} aria-hidden />} mb="md">
              {t('form.ledToSimulator')}
            </Alert>
          )}
          <GatewayFields {...fields} settings={settings.filter(essential)} />
          {may && (
            <ConnectionTest
              request={sender ? { ...tried, senderId: sender.id } : { ...tried, gateway: draft.gateway }}
              onProblem={(failure) =>
                failure.problem.errors?.forEach((error) =>
                  form.setFieldError(error.pointer.slice(1), text.sentence(error)),
                )
              }
            />
          )}
        </Card>
        <Card component="section">
          <h2 className={classes.title}>{t('form.limits')}</h2>
          <div className={classes.fields}>
            {number('messagesPerSecond', LEAST, MOST)}
            {number('partsPerSecond', LEAST, MOST)}
            {number('window', 4, 50_000)}
            {number('maxParts', 1, 255)}
            <Select
              label={t('form.charset')}
              description={t('form.charsetWhy')}
              data={CHARSETS.map((value) => ({ value, label: t(`form.charset-${value}`) }))}
              allowDeselect={false}
              inputWrapperOrder={BELOW}
              {...form.getInputProps('charset')}
            />
            <DurationField
              label={t('form.validitySeconds')}
              description={t('form.validitySecondsWhy')}
              path="validitySeconds"
              error={form.errors['validitySeconds']}
              seconds={draft.validitySeconds}
              onChange={(seconds) => form.setFieldValue('validitySeconds', seconds)}
            />
          </div>
        </Card>
        <MoreSettings groups={[ERRORS, DOUBTS, ...groups.filter((group) => rest(group).length > 0)]} wrong={wrong}>
          {(group) => {
            if (group === ERRORS) {
              return (
                <ErrorFields
                  sender={sender}
                  error={form.errors['failOverTo']}
                  draft={draft}
                  onChange={(field, value) => form.setFieldValue(field, value as never)}
                />
              );
            }
            return group === DOUBTS ? (
              <DoubtFields form={form} />
            ) : (
              <GatewayFields {...fields} settings={rest(group)} />
            );
          }}
        </MoreSettings>
      </fieldset>
      {may && (
        <div className={classes.buttons}>
          <Button type="submit" variant="filled" loading={problem.busy} disabled={Boolean(sender) && !problem.dirty}>
            {t('form.save')}
          </Button>
        </div>
      )}
    </ProblemForm>
  );
}

/** What a sender has whatever its gateway is. */
function common(draft: Draft): Partial<Draft> {
  const own = Object.entries(draft).filter(([field]) => field !== 'gateway' && !field.startsWith('setting:'));
  return Object.fromEntries(own) as Partial<Draft>;
}
