import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState, Mono, PhoneMockup, StatePill, Time } from '@/components';
import { api, ask, useMay, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';
import type { Sender } from './draft';
import type { State } from './queries';
import classes from './sender.module.css';

type Trace = Schema<'MessageTrace'>;

interface TestMessageFateProps {
  sent: { messageId: string; runId: string };
  sender: Sender;
  state: State | undefined;
  again: () => void;
  close: () => void;
}

/** Follows a test message to its receipt. */
export function TestMessageFate({ sent, sender, state, again, close }: TestMessageFateProps) {
  const { t } = useTranslation('sender');
  const may = useMay();
  const key = ['messages', sent.messageId];
  useEvents('runs', [key], sent.runId);
  const trace = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/messages/{id}', { params: { path: { id: sent.messageId } }, signal })),
  });
  const { data } = trace;
  const unwell = state && (state.health.level === 'down' || state.health.level === 'paused');
  return (
    <>
      {trace.isError && !data && <ErrorState error={trace.error} retry={() => void trace.refetch()} />}
      {trace.isPending && <Skeleton height={120} radius="md" />}
      {data && (
        <>
          <div role="status" className={classes.fate}>
            <StatePill kind="message" state={data.state} />
            <span>{t(`test.fate.${data.state}`)}</span>
          </div>
          {data.state === 'waiting' && unwell && (
            <p className="pr-second">{t(`health.${state.health.code}`, { defaultValue: state.health.sentence })}</p>
          )}
          <Steps trace={data} />
          <p className={classes.line}>
            <Link to={`/messages/${sent.messageId}`}>{t('test.steps')}</Link>
            {sender.rehearsal && may('rehearsal:read') && (
              <>
                {' · '}
                <Link to="/rehearsal" search={{ phone: data.contact } as never}>
                  {t('test.phone')}
                </Link>
              </>
            )}
          </p>
          <PhoneMockup from={sender.callerId} bubbles={data.texts.map((text) => ({ text }))} parts />
        </>
      )}
      <Group justify="flex-end" gap="sm" mt="md">
        <Button onClick={again}>{t('test.again')}</Button>
        <Button variant="filled" onClick={close}>
          {t('test.close')}
        </Button>
      </Group>
    </>
  );
}

/** What happened to it so far, with the time of each step. */
function Steps({ trace }: { trace: Trace }) {
  const { t } = useTranslation('sender');
  const format = useFormat();
  const part = (of: number) =>
    trace.parts > 1 && of > 0 ? t('test.part', { part: format.exact(of), parts: format.exact(trace.parts) }) : '';
  return (
    <ol className={classes.steps} aria-label={t('test.steps')}>
      <li>
        <Time at={trace.createdAt} as="time" seconds />
        <span>{t('test.step.written')}</span>
      </li>
      {trace.steps.map((step, i) => (
        <li key={i}>
          <Time at={step.at} as="time" seconds />
          <span className="pr-long">
            {t(`test.step.${step.kind}`)} {part(step.part)} {step.code && <Mono>{step.code}</Mono>}
          </span>
        </li>
      ))}
    </ol>
  );
}
