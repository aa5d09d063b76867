import { Card, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState, Loading, Mono, PageHeader, PhoneMockup, StatePill, Time } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';
import { useParam } from '@/lib/navigation';
import classes from './mailing.module.css';
import { Route } from './Route';

type Trace = Schema<'MessageTrace'>;

/** The operator's code and id, why nothing was sent, or who decided. */
function Why({ step }: { step: Trace['steps'][number] }) {
  const { t } = useTranslation('mailing');
  switch (step.kind) {
    case 'excluded':
      return step.code ? t(`reason.${step.code}`) : null;
    case 'withheld':
      return step.code ? t(`message.withheld.${step.code}`) : null;
    case 'sent-again':
    case 'closed':
      return <bdi>{step.by ? t('message.by', { name: step.by }) : t('message.policy')}</bdi>;
    default:
      return [step.code, step.operatorId].filter(Boolean).map((word) => <Mono key={word}>{`${word} `}</Mono>);
  }
}

function Steps({ trace }: { trace: Trace }) {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  return (
    <Card>
      <h2 className={classes.cardTitle}>{t('message.steps')}</h2>
      <Table mt="sm">
        <caption className="pr-hidden">{t('message.steps')}</caption>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td>
              <Time at={trace.createdAt} as="time" seconds />
            </Table.Td>
            <Table.Th scope="row" fw={400}>
              {t('message.kind.written')}
            </Table.Th>
            <Table.Td />
          </Table.Tr>
          {trace.steps.map((step, i) => (
            <Table.Tr key={i}>
              <Table.Td>
                <Time at={step.at} as="time" seconds />
              </Table.Td>
              <Table.Th scope="row" fw={400}>
                {t(`message.kind.${step.kind}`)}
                {trace.parts > 1 && step.part > 0 && ` ${t('message.part', { part: step.part })}`}
                {step.attempt > 1 && (
                  <div className="pr-small pr-quiet">{t('message.attempt', { attempt: step.attempt })}</div>
                )}
              </Table.Th>
              <Table.Td>
                <Why step={step} />
                {step.cost && (
                  <div className="pr-small pr-quiet">{t('message.cost', { cost: format.costs([step.cost]) })}</div>
                )}
                {step.detail && <div className="pr-small pr-quiet pr-long">{step.detail}</div>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function Clicks({ trace }: { trace: Trace }) {
  const { t } = useTranslation('mailing');
  if (trace.clicks.length === 0) return null;
  return (
    <Card>
      <h2 className={classes.cardTitle}>{t('message.clicks')}</h2>
      <Table mt="sm">
        <caption className="pr-hidden">{t('message.clicks')}</caption>
        <Table.Tbody>
          {trace.clicks.map((click, i) => (
            <Table.Tr key={i}>
              <Table.Td>
                <Time at={click.at} as="time" seconds />
              </Table.Td>
              <Table.Td className="pr-long">{trace.links.find((link) => link.no === click.linkNo)?.url}</Table.Td>
              <Table.Td>{click.robot ? t('message.robot') : t('message.person')}</Table.Td>
              <Table.Td className="pr-small pr-quiet pr-long">{click.userAgent}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

/** One message from its writing to its receipt and its clicks. */
export default function MessagePage() {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const id = useParam('id');
  useEvents('runs', [['messages', id]]);
  const trace = useQuery({
    queryKey: ['messages', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/messages/{id}', { params: { path: { id } }, signal })),
  });
  if (trace.isError && !trace.data) {
    return <ErrorState order={1} error={trace.error} retry={() => void trace.refetch()} />;
  }
  if (!trace.data) return <Loading />;
  const { data } = trace;
  return (
    <>
      <PageHeader
        title={format.phone(`+${data.contact}`)}
        pill={<StatePill kind="message" state={data.state} />}
        meta={
          data.mailingId && (
            <Link to={`/mailings/${data.mailingId}`} search={{ run: data.runId } as never}>
              {data.mailing ?? t('message.mailingGone')}
            </Link>
          )
        }
      />
      <div className={classes.grid}>
        <div className={classes.stack}>
          {data.route && <Route route={data.route} />}
          <Steps trace={data} />
          <Clicks trace={data} />
        </div>
        <PhoneMockup from={data.sender ?? ''} bubbles={data.texts.map((text) => ({ text }))} parts />
      </div>
    </>
  );
}
