import { Button, Drawer, Modal, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PHONE } from '@/lib/media';
import { useFormat } from '@/lib/format/useFormat';
import { useProblemText } from '@/lib/i18n/useProblemText';
import classes from './Confirm.module.css';

interface ConfirmCardProps {
  /** The question with its number, such as "Send 4,190 messages?". */
  title: string;
  /** The facts it confirms. */
  children?: ReactNode;
  /** Verb with its object and number, such as "Send 4,190 messages". */
  action: string;
  /** Red text instead of the main colour, for what destroys. */
  danger?: boolean;
  /** The facts are not known yet; nothing can be confirmed before they are. */
  waiting?: boolean;
  /** This number has to be typed first. */
  typeNumber?: number;
  onConfirm: () => Promise<unknown>;
  onCancel?: () => void;
}

/** The last step before something that cannot be taken back. It stands beside the facts; `ConfirmDialog` puts it on top. */
export function ConfirmCard({ title, ...form }: ConfirmCardProps) {
  return (
    <section className={classes.card} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <ConfirmForm {...form} />
    </section>
  );
}

function ConfirmForm(props: Omit<ConfirmCardProps, 'title'>) {
  const { children, action, danger, waiting = false, typeNumber, onConfirm, onCancel } = props;
  const { t } = useTranslation('kit');
  const format = useFormat();
  const text = useProblemText();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const typedRight = typeNumber === undefined || typed.replace(/\D/g, '') === String(typeNumber);
  const ready = typedRight && !waiting;
  const confirm = () => {
    setBusy(true);
    setProblem(undefined);
    onConfirm()
      .catch(setProblem)
      .finally(() => setBusy(false));
  };
  return (
    <form
      className={classes.card}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) confirm();
      }}
    >
      {children}
      {typeNumber !== undefined && (
        <TextInput
          label={t('confirm.typeNumber', { number: format.exact(typeNumber) })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          inputMode="numeric"
          autoComplete="off"
        />
      )}
      {problem !== undefined && (
        <Text role="alert" size="sm" c="var(--pr-red-t)">
          {text.error(problem)}
        </Text>
      )}
      <div className={classes.buttons}>
        {onCancel && (
          <Button onClick={onCancel} data-autofocus>
            {t('confirm.cancel')}
          </Button>
        )}
        <Button
          type="submit"
          variant={danger ? 'default' : 'filled'}
          {...(danger ? { c: 'var(--pr-red-t)' } : {})}
          disabled={!ready}
          loading={busy}
        >
          {action}
        </Button>
      </div>
    </form>
  );
}

/** The same on top of the screen, for lists; a sheet from below on a phone. */
export function ConfirmDialog(props: ConfirmCardProps & { opened: boolean; onCancel: () => void }) {
  const { opened, title, ...form } = props;
  const phone = useMediaQuery(PHONE);
  const shared = { opened, title, onClose: form.onCancel, withCloseButton: false };
  return phone ? (
    <Drawer {...shared} position="bottom" size="auto">
      <ConfirmForm {...form} />
    </Drawer>
  ) : (
    <Modal {...shared} centered>
      <ConfirmForm {...form} />
    </Modal>
  );
}
