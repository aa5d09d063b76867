import { Button, Card, Skeleton } from '@mantine/core';
import { IconMessageOff } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Phone, SearchField, StatePill, Time } from '@/components';
import type { Page } from '@/lib/api';
import type { Message } from './queries';
import classes from './rehearsal.module.css';
import { stateOf } from './states';

interface MessageListProps {
  messages: UseQueryResult<Page<Message>>;
  q: string;
  after: string;
  /** Id of the message that is looked at. */
  chosen: string;
  setWords: (change: Record<string, string | undefined>, options?: { replace?: boolean }) => void;
  senderId: string;
}

/** What all phones got, the newest first. */
export function MessageList({ messages, q, after, chosen, setWords, senderId }: MessageListProps) {
  const { t } = useTranslation('rehearsal');
  const { data } = messages;
  const body = () => {
    if (messages.isError && !data) {
      return <ErrorState error={messages.error} retry={() => void messages.refetch()} />;
    }
    if (!data) return <Skeleton height={240} m="md" radius="sm" />;
    if (data.items.length === 0) return <None q={q} senderId={senderId} />;
    return (
      <ul className={classes.rows} aria-label={t('list.caption')}>
        {data.items.map((message) => (
          <Row key={message.id} message={message} chosen={message.id === chosen} />
        ))}
      </ul>
    );
  };
  return (
    <Card component="section" className={classes.list} aria-label={t('list.caption')} p={0}>
      <SearchField
        className={classes.search}
        q={q}
        setQ={(next) => setWords({ q: next || undefined })}
        hint={t('list.search')}
      />
      {body()}
      {(after || data?.next) && (
        <div className={classes.pager}>
          <Button size="xs" disabled={!after} onClick={() => setWords({ after: undefined })}>
            {t('list.newest')}
          </Button>
          <Button
            size="xs"
            disabled={!data?.next}
            onClick={() => data?.next && setWords({ after: data.next }, { replace: false })}
          >
            {t('list.older')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Row({ message, chosen }: { message: Message; chosen: boolean }) {
  return (
    <li>
      <Link
        to="."
        search={((words: object) => ({ ...words, phone: message.phone, message: message.id })) as never}
        resetScroll={false}
        className={classes.row}
        aria-current={chosen || undefined}
      >
        <span className={classes.rowTop}>
          <b>
            <Phone value={`+${message.phone}`} />
          </b>
          <span className="pr-small pr-quiet">
            <Time at={message.submittedAt} as="time" seconds />
          </span>
        </span>
        <span className={classes.rowEnd}>
          <bdi className={classes.snippet}>{message.text}</bdi>
          <StatePill kind="message" state={stateOf(message.state)} />
        </span>
      </Link>
    </li>
  );
}

function None({ q, senderId }: { q: string; senderId: string }) {
  const { t } = useTranslation('rehearsal');
  if (q) {
    return (
      <EmptyState icon={IconMessageOff} title={t('list.noHits')}>
        {t('list.noHitsWhy')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconMessageOff}
      title={t('list.empty')}
      link={<Link to={`/senders/${senderId}`}>{t('list.try')}</Link>}
    >
      {t('list.emptyWhy')}
    </EmptyState>
  );
}
