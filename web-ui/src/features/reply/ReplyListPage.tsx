import { Button } from '@mantine/core';
import { IconMessageReply } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, PageHeader, Phone, Time, type Column } from '@/components';
import { useMay } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';
import { useQueryWords } from '@/lib/navigation';
import { effectOf } from '@/lib/replies';
import { Filters } from './Filters';
import { KindPill } from './KindPill';
import { periodOf } from './period';
import { LIST, loadReplies, READ_AS, type Narrowed, type Reply } from './queries';
import classes from './reply.module.css';

const LOOK_EVERY = 5000;

/** What it did, in words. */
function Effect({ reply }: { reply: Reply }) {
  const { t } = useTranslation('reply');
  const format = useFormat();
  const resource = reply.answers?.resource ?? '';
  const effect = effectOf({ ...reply, named: resource !== '' });
  return (
    <bdi className="pr-long">
      {t(`effect.${effect}`, { resource, count: reply.changed, number: format.exact(reply.changed) })}
    </bdi>
  );
}

function Who({ reply: { contact, person } }: { reply: Reply }) {
  const { t } = useTranslation('reply');
  const may = useMay()('profiles:read');
  const name = person && (person.name || t('list.nameless', { id: person.profileId }));
  return (
    <span className={classes.lines}>
      <Phone value={`+${contact.replace(/^\+/, '')}`} />
      {person && may && (
        <Link to={`/databases/${person.databaseId}/profiles/${person.profileId}`}>
          <bdi className="pr-long">{name}</bdi>
        </Link>
      )}
    </span>
  );
}

function Answers({ reply: { answers } }: { reply: Reply }) {
  const { t } = useTranslation('reply');
  const may = useMay()('mailings:read');
  if (!answers) return <span className="pr-quiet">{t('list.answersNone')}</span>;
  return (
    <span className={classes.lines}>
      {answers.mailingId && may && (
        <Link to={`/mailings/${answers.mailingId}`} search={{ run: answers.runId } as never}>
          <bdi className="pr-long">{answers.mailing ?? t('list.mailing', { id: answers.mailingId })}</bdi>
        </Link>
      )}
      <Link to={`/messages/${answers.messageId}`}>{t('list.message')}</Link>
    </span>
  );
}

function useColumns(): Column<Reply>[] {
  const { t } = useTranslation('reply');
  return [
    {
      id: 'text',
      header: t('list.text'),
      cell: (reply) => <bdi className={`pr-long ${classes.text}`}>{reply.text}</bdi>,
    },
    { id: 'kind', header: t('list.kind'), phone: 'end', cell: (reply) => <KindPill kind={reply.kind} /> },
    { id: 'effect', header: t('list.effect'), cell: (reply) => <Effect reply={reply} /> },
    { id: 'who', header: t('list.who'), cell: (reply) => <Who reply={reply} /> },
    { id: 'answers', header: t('list.answers'), cell: (reply) => <Answers reply={reply} /> },
    {
      id: 'sender',
      header: t('list.sender'),
      phone: 'none',
      extra: true,
      cell: (reply) => <bdi className="pr-long">{reply.sender ?? t('list.senderGone')}</bdi>,
    },
    {
      id: 'callerId',
      header: t('list.callerId'),
      phone: 'none',
      extra: true,
      cell: (reply) => <bdi className="pr-nowrap">{reply.callerId}</bdi>,
    },
    { id: 'at', header: t('list.at'), cell: (reply) => <Time at={reply.at} /> },
  ];
}

/** What people wrote back, and what that did. */
export default function ReplyListPage() {
  const { t } = useTranslation('reply');
  const [words, setWords] = useQueryWords();
  // A reply that was read changes the figures of the run that it answers.
  useEvents('runs', [LIST], undefined, LOOK_EVERY);
  const sender = /^\d{1,18}$/.test(words['sender'] ?? '') ? (words['sender'] ?? '') : '';
  const narrowed: Narrowed = {
    kind: READ_AS.find((kind) => kind === words['kind']),
    senderId: sender,
    period: periodOf(words),
  };
  const { name, from, to } = narrowed.period;
  const toWords = (
    <Button component={Link} to="/replies/words">
      {t('words.title')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} actions={toWords} />
      <DataTable
        name="replies"
        caption={t('list.caption')}
        columns={useColumns()}
        queryKey={LIST}
        load={(request, signal) => loadReplies(narrowed, request, signal)}
        rowId={(reply) => reply.id}
        search={t('list.search')}
        tall
        filterValues={{ kind: narrowed.kind, sender: sender || undefined, period: name, from, to }}
        filters={<Filters narrowed={narrowed} change={setWords} />}
        empty={
          <EmptyState icon={IconMessageReply} title={t('list.empty')} action={toWords}>
            {t('list.emptyWhy')}
          </EmptyState>
        }
      />
    </>
  );
}
