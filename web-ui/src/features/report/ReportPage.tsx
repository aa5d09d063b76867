import { Button, Skeleton } from '@mantine/core';
import { IconDownload, IconReportAnalytics } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, PageHeader, useReportRead } from '@/components';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';
import { useQueryWords } from '@/lib/navigation';
import { LinesChart, OutcomeChart } from './Charts';
import { Details } from './Details';
import { comparable, quiet, SET_NAMES, type Report, type SetName } from './figures';
import { Filters } from './Filters';
import { Kpis } from './Kpis';
import { Links } from './Links';
import { questionOf, type Group, type Question } from './question';
import { Reasons } from './Reasons';
import classes from './report.module.css';
import { useReport } from './useReport';

type Change = (words: Record<string, string | undefined>) => void;

/** What was sent and is in no figure, and how to count it too. */
function LeftOut({ report, change }: { report: Report; change: Change }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const { tests, rehearsals } = report.leftOut;
  if (tests + rehearsals === 0) return null;
  return (
    <p className={classes.leftOut} role="status">
      <span>
        {[
          tests > 0 && t('leftOut.tests', { count: tests, number: format.count(tests) }),
          rehearsals > 0 && t('leftOut.rehearsals', { count: rehearsals, number: format.count(rehearsals) }),
        ]
          .filter(Boolean)
          .join(' ')}
      </span>
      <Button size="xs" onClick={() => change({ trials: 'yes' })}>
        {t('leftOut.count')}
      </Button>
    </p>
  );
}

function Body({ report, question, group, set, busy }: BodyProps) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const trimmed = question.period === 'life';
  const charts = { report, group, trimmed };
  const compared = !trimmed && comparable(report);
  const { from, to } = report.previous;
  useReportRead(report.totals.sent);
  return (
    <div className={classes.stack} data-busy={busy || undefined}>
      <Kpis report={report} set={set} compared={compared} busy={busy} />
      {compared && (
        <p className={classes.compared}>
          {t('compared', { from: format.near(new Date(from)), to: format.near(new Date(to)) })}
        </p>
      )}
      <div className={classes.two}>
        <OutcomeChart {...charts} />
        <Reasons reasons={report.reasons} />
      </div>
      <div className={classes.half}>
        <LinesChart what="traffic" {...charts} />
        <LinesChart what="clicks" {...charts} />
      </div>
      <Links report={report} />
      <Details report={report} group={group} set={set} />
    </div>
  );
}

interface BodyProps {
  report: Report;
  question: Question;
  group: Group;
  set: SetName;
  busy: boolean;
}

function Nothing({ question, change }: { question: Question; change: Change }) {
  const { t } = useTranslation('report');
  const narrow = question.mailings.length > 0 || question.period !== 'quarter';
  return (
    <EmptyState
      icon={IconReportAnalytics}
      title={t('empty.title')}
      action={
        narrow && (
          <Button onClick={() => change({ mailing: undefined, period: 'quarter', from: undefined, to: undefined })}>
            {t('empty.wider')}
          </Button>
        )
      }
    >
      {t('empty.why')}
    </EmptyState>
  );
}

function csvPath(asked: object): string {
  const words = Object.entries(asked).map(([name, word]): [string, string] => [name, String(word)]);
  return `/api/v1/reports/channel.csv?${new URLSearchParams(words).toString()}`;
}

/** What became of the messages of one or several mailings in a period. */
export default function ReportPage() {
  const { t } = useTranslation('report');
  const format = useFormat();
  const [words, setWords] = useQueryWords();
  const question = questionOf(words);
  const set = SET_NAMES.find((name) => name === words['figures']) ?? 'sms';
  useEvents('runs', [['report']]);
  const { data, fault, asked, group, error, isError, isFetching, isPlaceholderData, refetch } = useReport(question);
  const nothing = data?.rows.every(quiet) ?? false;
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={data && t('asOf', { time: format.time(new Date(data.asOf), { seconds: true, zone: true }) })}
        actions={
          data && (
            <Button component="a" href={csvPath(asked)} download leftSection={<IconDownload size={16} aria-hidden />}>
              {t('download')}
            </Button>
          )
        }
      />
      <Filters question={question} group={group} set={set} fault={fault} change={setWords} />
      {fault && (
        <p className={classes.fault} role="alert">
          {t(`fault.${fault}`)}
        </p>
      )}
      {!fault && isError && !isFetching && <ErrorState error={error} retry={() => void refetch()} />}
      {!fault && !isError && !data && <Skeleton height={420} radius="md" />}
      {!fault && data && !isError && (
        <>
          <LeftOut report={data} change={setWords} />
          {nothing ? (
            <Nothing question={question} change={setWords} />
          ) : (
            <Body report={data} question={question} group={group} set={set} busy={isPlaceholderData} />
          )}
        </>
      )}
    </>
  );
}
