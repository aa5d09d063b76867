import { Button, Card } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft, IconDeviceMobileMessage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components';
import { PHONE } from '@/lib/media';
import { useQueryWords } from '@/lib/navigation';
import { MessageList } from './MessageList';
import { OnePhone } from './OnePhone';
import { messagesOf } from './queries';
import classes from './rehearsal.module.css';

/** All messages at the left, the phone of the chosen one beside them; one after the other on a narrow screen. */
export function Inbox({ senderId }: { senderId: string }) {
  const { t } = useTranslation('rehearsal');
  const narrow = useMediaQuery(PHONE) ?? false;
  const [words, setWords] = useQueryWords();
  const { q = '', after = '' } = words;
  const messages = useQuery(messagesOf(q, after));
  // What was the newest when the screen was opened stays beside the list, which goes on.
  const [first, setFirst] = useState<{ phone: string; id: string }>();
  const newest = messages.data?.items[0];
  if (!first && newest) setFirst(newest);
  const beside = narrow ? undefined : first;
  const phone = words['phone'] ?? beside?.phone ?? '';
  const message = words['message'] ?? (words['phone'] ? '' : (beside?.id ?? ''));
  const list = (
    <MessageList messages={messages} q={q} after={after} chosen={message} setWords={setWords} senderId={senderId} />
  );
  if (narrow) {
    if (!phone) return list;
    return (
      <>
        <Button
          mb="md"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => setWords({ phone: undefined, message: undefined, after: words['after'] })}
        >
          {t('back')}
        </Button>
        <OnePhone phone={phone} chosen={message} key={phone} />
      </>
    );
  }
  return (
    <div className={classes.inbox}>
      {list}
      {phone ? (
        <OnePhone phone={phone} chosen={message} key={phone} />
      ) : (
        <Card className={classes.wide}>
          <EmptyState icon={IconDeviceMobileMessage} title={t('choose')}>
            {t('chooseWhy')}
          </EmptyState>
        </Card>
      )}
    </div>
  );
}
