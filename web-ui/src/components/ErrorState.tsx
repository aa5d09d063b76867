import { Button } from '@mantine/core';
import { IconLinkOff, IconLock, IconMapPinOff, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NoAnswerError, ProblemError, tryNow } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { EmptyState } from './EmptyState';

interface ErrorStateProps {
  error: unknown;
  retry?: () => void;
  order?: 1 | 2;
}

/** What happened, what is safe, one button, and the number under which the server's log tells more. */
export function ErrorState({ error, retry, order = 2 }: ErrorStateProps) {
  const { t } = useTranslation('kit');
  const text = useProblemText();
  if (error instanceof ProblemError && (error.status === 404 || error.status === 403)) {
    const missing = error.status === 404;
    return (
      <EmptyState order={order} icon={missing ? IconMapPinOff : IconLock} title={text.error(error)}>
        {missing ? t('error.notFoundWhy') : t('error.notAllowedWhy')}
      </EmptyState>
    );
  }
  const again = error instanceof NoAnswerError ? tryNow : retry;
  const id = error instanceof ProblemError ? error.requestId : '';
  return (
    <EmptyState
      order={order}
      icon={IconLinkOff}
      title={error instanceof NoAnswerError ? t('server.noAnswer') : t('error.title')}
      action={
        again && (
          <Button leftSection={<IconRefresh size={16} aria-hidden />} onClick={again}>
            {t('error.retry')}
          </Button>
        )
      }
      link={id && <span className="pr-mono">{t('error.request', { id })}</span>}
    >
      {error instanceof NoAnswerError ? t('error.safe') : `${text.error(error)} ${t('error.safe')}`}
    </EmptyState>
  );
}
