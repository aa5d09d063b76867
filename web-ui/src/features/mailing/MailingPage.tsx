import { Button, Select, Tabs } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, PageHeader, StatePill, Time } from '@/components';
import { useMay, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';
import { useParam, useQueryWords } from '@/lib/navigation';
import { ActionMenu } from './ActionMenu';
import { actionsOf, type Action } from './actions';
import { ICONS } from './icons';
import { JournalTab } from './JournalTab';
import classes from './mailing.module.css';
import { OverviewTab } from './OverviewTab';
import { mailingOf, runOf, runsOf } from './queries';
import { RecipientsTab } from './RecipientsTab';
import { ReportTab } from './ReportTab';
import { TraceTab } from './TraceTab';
import { useActions } from './useActions';

const TABS = ['overview', 'journal', 'recipients', 'trace', 'report'] as const;
type Tab = (typeof TABS)[number];

function RunTabs({ runId }: { runId: string }) {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const [words, setWords] = useQueryWords();
  const tab: Tab = TABS.find((one) => one === words['tab']) ?? 'overview';
  useEvents('runs', [['runs', runId]], runId);
  const run = useQuery(runOf(runId));
  if (run.isError && !run.data) return <ErrorState error={run.error} retry={() => void run.refetch()} />;
  if (!run.data) return null;
  return (
    <Tabs
      value={tab}
      onChange={(next) =>
        setWords({ tab: next ?? undefined, state: undefined, reason: undefined, q: undefined }, { replace: false })
      }
      keepMounted={false}
    >
      <Tabs.List mb="md" className={classes.tabs}>
        {TABS.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`tabs.${one}`)}
            {one === 'recipients' && (
              <span className="pr-quiet pr-small pr-numbers"> {format.count(run.data.figures.recipients)}</span>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="overview">
        <OverviewTab run={run.data} />
      </Tabs.Panel>
      <Tabs.Panel value="journal">
        <JournalTab runId={runId} />
      </Tabs.Panel>
      <Tabs.Panel value="recipients">
        <RecipientsTab runId={runId} figures={run.data.figures} />
      </Tabs.Panel>
      <Tabs.Panel value="trace">
        <TraceTab runId={runId} />
      </Tabs.Panel>
      <Tabs.Panel value="report">
        <ReportTab run={run.data} />
      </Tabs.Panel>
    </Tabs>
  );
}

interface HeadProps {
  mailing: Schema<'Mailing'>;
  ran: boolean;
  act: (action: Action) => void;
  may: boolean;
  meta: React.ReactNode;
}

function Head({ mailing, ran, act, may, meta }: HeadProps) {
  const { t } = useTranslation('mailing');
  const actions = may ? actionsOf({ state: mailing.state, lastRun: ran ? mailing : null }) : [];
  const shown = actions.slice(0, 3).filter((action): action is Exclude<Action, 'delete'> => action !== 'delete');
  const rest = actions.filter((action) => !shown.some((one) => one === action));
  return (
    <PageHeader
      title={mailing.name}
      pill={<StatePill kind="mailing" state={mailing.state} />}
      meta={meta}
      foot
      actions={
        <>
          {shown.map((action) => {
            const Picture = ICONS[action];
            return (
              <Button
                key={action}
                variant={action === 'activate' || action === 'resume' ? 'filled' : 'default'}
                leftSection={<Picture size={16} aria-hidden />}
                {...(action === 'stop' ? { c: 'var(--pr-red-t)' } : {})}
                onClick={() => act(action)}
              >
                {t(`actions.${action}`)}
              </Button>
            );
          })}
          {rest.length > 0 && <ActionMenu name={mailing.name} actions={rest} act={act} />}
        </>
      }
    />
  );
}

/** Everything about one mailing: what it does now, its log, its people, one message, its report. */
export default function MailingPage() {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const navigate = useNavigate();
  const id = useParam('id');
  const may = useMay()('mailings:write');
  const [words, setWords] = useQueryWords();
  const mailing = useQuery(mailingOf(id));
  const runs = useQuery(runsOf(id));
  const { act, dialog } = useActions(() => void navigate({ to: '/mailings' }));
  useEvents('runs', [['mailings', id]]);
  if (mailing.isError && !mailing.data)
    return <ErrorState order={1} error={mailing.error} retry={() => void mailing.refetch()} />;
  if (!mailing.data || !runs.data) return null;
  const all = runs.data.items;
  const run = all.find((one) => one.id === words['run']) ?? all.find((one) => one.kind === 'live') ?? all[0];
  const label = (one: Schema<'Run'>) => `${t(`run.${one.kind}`)}, ${format.near(new Date(one.openedAt))}`;
  const { data } = mailing;
  return (
    <>
      <Head
        mailing={data}
        ran={all.some((one) => one.kind === 'live')}
        may={may}
        act={(action) => act(data, action)}
        meta={
          run ? (
            <>
              {t('run.started')} <Time at={run.openedAt} />
            </>
          ) : (
            data.sendAt && (
              <>
                {t('run.planned')} <Time at={data.sendAt} />
              </>
            )
          )
        }
      />
      {all.length > 1 && run && (
        <Select
          mb="md"
          maw={360}
          label={t('run.which')}
          allowDeselect={false}
          data={all.map((one) => ({ value: one.id, label: label(one) }))}
          value={run.id}
          onChange={(next) => setWords({ run: next ?? undefined })}
        />
      )}
      {run ? (
        <RunTabs key={run.id} runId={run.id} />
      ) : (
        <EmptyState
          icon={IconSend}
          title={t('run.none')}
          action={
            may &&
            data.state === 'draft' && (
              <Button variant="filled" onClick={() => act(data, 'edit')}>
                {t('run.goOn')}
              </Button>
            )
          }
        >
          {t('run.noneWhy')}
        </EmptyState>
      )}
      {dialog}
    </>
  );
}
