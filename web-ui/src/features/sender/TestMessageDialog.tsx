import { Alert, Button, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemForm, useProblemForm } from '@/components';
import { api, ask, useMay } from '@/lib/api';
import { BELOW } from './below';
import type { Sender } from './draft';
import type { State } from './queries';
import { TestMessageFate } from './TestMessageFate';

interface TestMessageDialogProps {
  sender: Sender;
  state: State | undefined;
  opened: boolean;
  close: () => void;
}

/** One real message to one phone, and what becomes of it. */
export function TestMessageDialog({ opened, ...content }: TestMessageDialogProps) {
  const { t } = useTranslation('sender');
  return (
    // It stays mounted, so that the focus goes back to where it was; what is in it does not.
    <Modal opened={opened} onClose={content.close} title={t('test.title', { name: content.sender.name })} centered>
      <Content {...content} />
    </Modal>
  );
}

function Content({ sender, state, close }: Omit<TestMessageDialogProps, 'opened'>) {
  const { t } = useTranslation('sender');
  const follow = useMay()('messages:read');
  const [sent, setSent] = useState<{ messageId: string; runId: string }>();
  if (!sent) return <Question sender={sender} close={close} done={setSent} />;
  if (follow) {
    return <TestMessageFate sent={sent} sender={sender} state={state} again={() => setSent(undefined)} close={close} />;
  }
  return (
    <>
      <p role="status">{t('test.fate.waiting')}</p>
      <Group justify="flex-end">
        <Button onClick={close}>{t('test.close')}</Button>
      </Group>
    </>
  );
}

interface QuestionProps {
  sender: Sender;
  close: () => void;
  done: (sent: { messageId: string; runId: string }) => void;
}

function Question({ sender, close, done }: QuestionProps) {
  const { t } = useTranslation('sender');
  const problem = useProblemForm({
    initial: { to: '', text: t('test.example') },
    draft: `sender.${sender.id}.test`,
    save: async ({ to, text }, { key }) => {
      const params = { path: { id: sender.id }, header: { 'Idempotency-Key': key } };
      done(await ask(api.POST('/api/v1/senders/{id}/test-message', { params, body: { to: to.trim(), text } })));
    },
    validate: {
      to: (value) => (value.trim().length < 3 ? t('test.phoneMissing') : null),
      text: (value) => (value.trim() ? null : t('test.textMissing')),
    },
  });
  const phone = useRef<HTMLInputElement>(null);
  // Not only when the dialog opens, but also for another message.
  useEffect(() => phone.current?.focus(), []);
  const away = sender.paused ? t('test.paused') : sender.draining ? t('test.draining') : undefined;
  const obstacle = away ?? (sender.callerId ? undefined : t('test.noCallerId'));
  return (
    <ProblemForm form={problem} free>
      {obstacle && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />} mb="md">
          {obstacle}{' '}
          {away === undefined && (
            <Link to={`/senders/${sender.id}`} search={{ tab: 'settings' } as never} onClick={close}>
              {t('page.settings')}
            </Link>
          )}
        </Alert>
      )}
      <TextInput
        label={t('test.to')}
        description={t(sender.rehearsal ? 'test.toRehearsal' : 'test.toWhy')}
        inputWrapperOrder={BELOW}
        placeholder="+1 808 555 0142"
        maxLength={40}
        inputMode="tel"
        required
        ref={phone}
        data-autofocus
        {...problem.form.getInputProps('to')}
      />
      <Textarea
        label={t('test.text')}
        mt="md"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        required
        {...problem.form.getInputProps('text')}
      />
      <Group justify="flex-end" gap="sm" mt="md">
        <Button onClick={close}>{t('test.cancel')}</Button>
        <Button type="submit" variant="filled" loading={problem.busy} disabled={obstacle !== undefined}>
          {t('test.send')}
        </Button>
      </Group>
    </ProblemForm>
  );
}
