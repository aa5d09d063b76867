import { Button, Card } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, StatePill, Time } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';
import { effectOf } from '@/lib/replies';
import classes from './profile.module.css';

type Entry = Schema<'TimelineEntry'>;
const AT_ONCE = 20;

/** What happened to a person, the newest first. */
export function Timeline({ databaseId, profileId }: { databaseId: string; profileId: string }) {
  const { t } = useTranslation('profile');
  const key = ['databases', databaseId, 'profiles', profileId, 'timeline'];
  useEvents('runs', [key]);
  const timeline = useInfiniteQuery({
    queryKey: key,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/databases/{id}/profiles/{profileId}/timeline', {
          params: {
            path: { id: databaseId, profileId },
            query: { limit: AT_ONCE, ...(pageParam ? { after: pageParam } : {}) },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const entries = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card component="section" aria-label={t('timeline.title')}>
      <h2 className={classes.title}>{t('timeline.title')}</h2>
      {timeline.isError && <ErrorState error={timeline.error} retry={() => void timeline.refetch()} />}
      <ol className={classes.timeline}>
        {entries.map((entry, i) => (
          <Step key={`${entry.at}-${entry.kind}-${i}`} entry={entry} />
        ))}
      </ol>
      {timeline.hasNextPage && (
        <Button size="xs" loading={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
          {t('timeline.more')}
        </Button>
      )}
    </Card>
  );
}

function Step({ entry }: { entry: Entry }) {
  const { t } = useTranslation('profile');
  return (
    <li className={classes.step} data-kind={entry.kind}>
      <div className={classes.between}>
        <span className="pr-long">{t(`timeline.${entry.kind}`, words(entry))}</span>
        <Time at={entry.at} />
      </div>
      <Details entry={entry} />
    </li>
  );
}

function words(entry: Entry) {
  return {
    mailing: entry.mailing ?? '',
    resource: entry.resource ?? '',
    source: entry.source ?? '',
    kind: entry.test ? 'test' : entry.rehearsal ? 'rehearsal' : 'live',
    robot: entry.robot ? 'yes' : 'no',
    named: entry.mailing ? 'yes' : 'no',
  };
}

function Details({ entry }: { entry: Entry }) {
  const { t } = useTranslation('profile');
  if (entry.kind === 'message') {
    return (
      <>
        {entry.text && <p className={classes.quote}>{entry.text}</p>}
        <div className={classes.facts}>
          {entry.state && <StatePill kind="message" state={entry.state} />}
          {entry.messageId && <Link to={`/messages/${entry.messageId}`}>{t('timeline.trace')}</Link>}
          {entry.mailingId && (
            <Link to={`/mailings/${entry.mailingId}`} search={{ run: entry.runId } as never}>
              {t('timeline.mailing')}
            </Link>
          )}
        </div>
      </>
    );
  }
  if (entry.kind === 'reply') return <Reply entry={entry} />;
  const lines = [
    entry.kind === 'left-out' ? t(`reason.${entry.reason ?? ''}`, entry.detail ?? entry.reason ?? '') : '',
    entry.kind === 'click' ? (entry.url ?? '') : '',
  ].filter(Boolean);
  const status = entry.kind.startsWith('subscri') ? entry.status : undefined;
  if (lines.length === 0 && !status) return null;
  return (
    <div className={`pr-small pr-quiet ${classes.facts}`}>
      {status && <StatePill kind="subscription" state={status} />}
      {lines.map((line) => (
        <Fragment key={line}>
          <bdi className="pr-long">{line}</bdi>
        </Fragment>
      ))}
    </div>
  );
}

/** What a person wrote back, and what that did. */
function Reply({ entry }: { entry: Entry }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { changed = 0, spared = false, resource = '' } = entry;
  const effect = effectOf({ kind: entry.meaning, changed, spared, repeated: false, named: resource !== '' });
  return (
    <>
      {entry.text && <p className={classes.quote}>{entry.text}</p>}
      <div className={`pr-small pr-quiet ${classes.facts}`}>
        <bdi className="pr-long">
          {t(`reply.${effect}`, { resource, count: changed, number: format.exact(changed) })}
        </bdi>
        {entry.messageId && <Link to={`/messages/${entry.messageId}`}>{t('timeline.trace')}</Link>}
      </div>
    </>
  );
}
