import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/lib/format/useFormat';
import { Conflict } from './Conflict';
import { LeaveGuard } from './LeaveGuard';
import type { ProblemForm as Form } from './useProblemForm';

interface ProblemFormProps<V extends Record<string, unknown>> {
  form: Form<V>;
  /** After it was saved. */
  onSaved?: () => void;
  /** What each field is called, for comparing with what somebody else has saved. */
  labels?: Partial<Record<keyof V & string, string>>;
  /** A form that is only a question, such as the login, is left without asking. */
  free?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** The frame of a form by `useProblemForm`: what the server says about the whole, kept text, conflicts, leaving. */
export function ProblemForm<V extends Record<string, unknown>>(props: ProblemFormProps<V>) {
  const { form, onSaved, labels = {}, free = false, className, children } = props;
  const { t } = useTranslation('kit');
  const format = useFormat();
  return (
    <form
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit().then((saved) => saved && onSaved?.());
      }}
    >
      {!free && <LeaveGuard dirty={form.dirty && !form.busy} leave={form.discardDraft} />}
      {form.restored && (
        <Alert color="blue" icon={<IconHistory size={18} aria-hidden />} mb="md">
          <Group justify="space-between" gap="sm">
            {t('form.draftRestored', { when: format.near(new Date(form.restored)) })}
            <Button size="xs" onClick={form.discardDraft}>
              {t('form.discardDraft')}
            </Button>
          </Group>
        </Alert>
      )}
      {form.conflict && <Conflict form={form} labels={labels} />}
      {form.sentences.length > 0 && (
        <Alert role="alert" color="red" icon={<IconAlertTriangle size={18} aria-hidden />} mb="md">
          {form.sentences.map((sentence) => (
            <Text key={sentence} size="sm">
              {sentence}
            </Text>
          ))}
          {form.code && <span className="pr-mono pr-small pr-quiet">{form.code}</span>}
        </Alert>
      )}
      {children}
    </form>
  );
}
