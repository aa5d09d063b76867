import { NumberInput, Radio, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState, Picker, PhoneMockup } from '@/components';
import { api, ask } from '@/lib/api';
import { CHOICES } from './choices';
import type { Draft } from './draft';
import classes from './mailing.module.css';

interface StepProps {
  form: UseFormReturnType<Draft>;
}

export function BasicsStep({ form }: StepProps) {
  const { t } = useTranslation('mailing');
  const { senderId, virtualSenderId } = form.getValues();
  // Who has none need not know that there could be some.
  const some = useQuery({
    queryKey: ['virtual-senders', 'some'],
    queryFn: async ({ signal }) => (await CHOICES.virtualSenders.load({ limit: 1 }, signal)).items.length > 0,
  });
  return (
    <div className={classes.fields}>
      <TextInput label={t('wizard.name')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
      <Picker
        clearable
        label={t('wizard.resource')}
        description={t('wizard.resourceWhy')}
        {...CHOICES.resources}
        {...form.getInputProps('resourceId')}
        value={form.getValues().resourceId}
      />
      <Picker
        clearable
        label={t('wizard.sender')}
        description={t('wizard.senderWhy')}
        {...CHOICES.senders}
        {...form.getInputProps('senderId')}
        value={senderId}
        onChange={(id) => form.setValues({ senderId: id, ...(id && { virtualSenderId: '' }) })}
      />
      {(virtualSenderId || some.data) && (
        <Picker
          clearable
          label={t('wizard.virtualSender')}
          description={t('wizard.virtualSenderWhy')}
          {...CHOICES.virtualSenders}
          {...form.getInputProps('virtualSenderId')}
          value={virtualSenderId}
          onChange={(id) => form.setValues({ virtualSenderId: id, ...(id && { senderId: '' }) })}
        />
      )}
    </div>
  );
}

export function AudienceStep({ form }: StepProps) {
  const { t } = useTranslation('mailing');
  return (
    <div className={classes.fields}>
      <Picker
        clearable
        label={t('wizard.database')}
        description={t('wizard.databaseWhy')}
        {...CHOICES.databases}
        {...form.getInputProps('databaseId')}
        value={form.getValues().databaseId}
      />
      <NumberInput
        label={t('wizard.limit')}
        description={t('wizard.limitWhy')}
        min={1}
        max={1_000_000_000}
        allowDecimal={false}
        {...form.getInputProps('recipientsLimit')}
      />
    </div>
  );
}

function Preview({ draft }: { draft: Draft }) {
  const { t } = useTranslation('mailing');
  const { templateId, databaseId, resourceId } = draft;
  const preview = useQuery({
    queryKey: ['templates', templateId, 'preview', databaseId, resourceId],
    queryFn: ({ signal }) =>
      ask(
        api.POST('/api/v1/templates/{id}/preview', {
          params: { path: { id: templateId } },
          body: { databaseId, ...(resourceId ? { resourceId } : {}) },
          signal,
        }),
      ),
    enabled: templateId !== '' && databaseId !== '',
    retry: false,
  });
  if (!templateId) return null;
  if (!databaseId) return <p className="pr-quiet">{t('wizard.previewNeeds')}</p>;
  if (preview.isError) return <ErrorState error={preview.error} retry={() => void preview.refetch()} />;
  const shown = preview.data?.preview;
  if (!shown) return preview.data ? <p className="pr-quiet">{t('wizard.previewNone')}</p> : null;
  return (
    <PhoneMockup
      from={t('wizard.you')}
      bubbles={(shown.parts ?? [{ text: shown.text }]).map(({ text }) => ({ text }))}
      parts
    />
  );
}

export function MessageStep({ form }: StepProps) {
  const { t } = useTranslation('mailing');
  return (
    <div className={classes.fields}>
      <Picker
        clearable
        label={t('wizard.template')}
        description={t('wizard.templateWhy')}
        {...CHOICES.templates}
        {...form.getInputProps('templateId')}
        value={form.getValues().templateId}
      />
      <Preview draft={form.getValues()} />
    </div>
  );
}

export function ScheduleStep({ form }: StepProps) {
  const { t } = useTranslation('mailing');
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div className={classes.fields}>
      <Radio.Group label={t('wizard.when')} {...form.getInputProps('when')}>
        <Radio mt="xs" value="now" label={t('wizard.now')} />
        <Radio mt="xs" value="at" label={t('wizard.at')} />
      </Radio.Group>
      {form.getValues().when === 'at' && (
        <TextInput
          type="datetime-local"
          label={t('wizard.sendAt')}
          description={t('wizard.zone', { zone })}
          {...form.getInputProps('sendAt')}
        />
      )}
      <NumberInput
        label={t('wizard.speed')}
        description={t('wizard.speedWhy')}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        {...form.getInputProps('messagesPerSecond')}
      />
    </div>
  );
}
