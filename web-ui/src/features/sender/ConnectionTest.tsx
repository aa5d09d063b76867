import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlugConnected } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, ProblemError, type Schema } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { besideFields } from './draft';
import classes from './sender.module.css';
import { Words } from './Words';

interface ConnectionTestProps {
  request: Schema<'ConnectionTest'>;
  /** Shows what the server says about single fields beside them. */
  onProblem: (problem: ProblemError) => void;
}

interface Tried {
  /** What was tried; when something was typed since, the answer is about something else. */
  request: string;
  phase?: Schema<'ConnectionPhase'>;
  words: string;
}

/** Tries to connect with what stands in the form, saved or not; nothing is sent. */
export function ConnectionTest({ request, onProblem }: ConnectionTestProps) {
  const { t } = useTranslation('sender');
  const text = useProblemText();
  const [tried, setTried] = useState<Tried>();
  const [busy, setBusy] = useState(false);
  const now = JSON.stringify(request);
  const attempt = () => {
    setBusy(true);
    setTried(undefined);
    ask(api.POST('/api/v1/senders/test-connection', { body: request }))
      .then(({ phase, detail }) => setTried({ request: now, phase, words: detail }))
      .catch((failure: unknown) => {
        const problem = besideFields(failure);
        if (problem instanceof ProblemError) onProblem(problem);
        setTried({ request: now, words: text.error(problem) });
      })
      .finally(() => setBusy(false));
  };
  const answer = tried?.request === now ? tried : undefined;
  const good = answer?.phase === 'up';
  const title = good ? t('form.connects') : answer?.phase ? t('form.doesNotConnect') : t('form.notTried');
  return (
    <div className={classes.test}>
      <Button leftSection={<IconPlugConnected size={16} aria-hidden />} loading={busy} onClick={attempt}>
        {t('form.try')}
      </Button>
      <div role="status">
        {busy && <span className="pr-quiet">{t('form.trying')}</span>}
        {answer && (
          <Alert
            color={good ? 'green' : 'red'}
            icon={good ? <IconCircleCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
            title={title}
          >
            <span className="pr-long">{answer.phase ? <Words text={answer.words} /> : answer.words}</span>
          </Alert>
        )}
      </div>
    </div>
  );
}
