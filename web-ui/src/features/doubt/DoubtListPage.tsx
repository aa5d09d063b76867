import { Button, Select } from '@mantine/core';
import { IconCheck, IconHelpCircle, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, PageHeader, Phone, Pill, Time, type Column } from '@/components';
import { api, ask, useMay, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useQueryWords } from '@/lib/navigation';
import { DecideDialog } from './DecideDialog';
import classes from './doubt.module.css';
import { JobCard } from './JobCard';
import { LIST, load, type Action, type Decision, type Doubt, type Filter } from './queries';

type State = Schema<'DoubtState'>;
const STATES: State[] = ['open', 'sending', 'closed'];
const LOOK = {
  open: ['amber', IconHelpCircle],
  sending: ['sky', IconSend],
  closed: ['gray', IconCheck],
} as const;

function StateOf({ doubt }: { doubt: Doubt }) {
  const { t } = useTranslation('doubt');
  const [meaning, icon] = LOOK[doubt.state];
  return (
    <Pill meaning={meaning} icon={icon}>
      {t(`states.${doubt.state}`)}
    </Pill>
  );
}

/** What the address narrows the list to. */
function useFilter(): [Filter, ReturnType<typeof useQueryWords>[1]] {
  const [words, setWords] = useQueryWords();
  const state = STATES.find((one) => one === words['state']);
  const filter: Filter = {
    ...(state ? { state } : {}),
    ...(words['run'] ? { runId: words['run'] } : {}),
    ...(words['sender'] ? { senderId: words['sender'] } : {}),
    ...(words['q'] ? { q: words['q'] } : {}),
  };
  return [filter, setWords];
}

function useColumns(): Column<Doubt>[] {
  const { t } = useTranslation('doubt');
  return [
    { id: 'contact', header: t('phone'), cell: (one) => <Phone value={`+${one.contact}`} /> },
    { id: 'state', header: t('state'), phone: 'end', cell: (one) => <StateOf doubt={one} /> },
    {
      id: 'mailing',
      header: t('mailing'),
      cell: (one) => <bdi className="pr-long">{one.mailing ?? t('noMailing')}</bdi>,
    },
    {
      id: 'sender',
      header: t('sender'),
      phone: 'none',
      cell: (one) => <bdi className="pr-long">{one.sender ?? ''}</bdi>,
    },
    { id: 'since', header: t('since'), cell: (one) => <Time at={one.since} /> },
    { id: 'reason', header: t('reason'), phone: 'none', cell: (one) => <span className="pr-long">{one.reason}</span> },
  ];
}

function Filters({ filter, set }: { filter: Filter; set: ReturnType<typeof useQueryWords>[1] }) {
  const { t } = useTranslation('doubt');
  const senders = useQuery({
    queryKey: ['senders', 'names'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/senders', { params: { query: { limit: 200 } }, signal })),
  });
  return (
    <>
      <Select
        aria-label={t('state')}
        placeholder={t('anyState')}
        clearable
        data={STATES.map((one) => ({ value: one, label: t(`states.${one}`) }))}
        value={filter.state ?? null}
        onChange={(next) => set({ state: next ?? undefined })}
      />
      <Select
        aria-label={t('sender')}
        placeholder={t('anySender')}
        clearable
        data={(senders.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
        value={filter.senderId ?? null}
        onChange={(next) => set({ sender: next ?? undefined })}
      />
      {filter.runId && (
        <Button size="xs" onClick={() => set({ run: undefined })}>
          {t('ofRun')}: {t('all')}
        </Button>
      )}
    </>
  );
}

/** Messages that nobody knows the end of, and what to do about them. */
export default function DoubtListPage() {
  const { t } = useTranslation('doubt');
  const may = useMay()('messages:write');
  const [filter, setWords] = useFilter();
  const [decision, setDecision] = useState<Decision>();
  const [decided, setDecided] = useState(0);
  useEvents('runs', [LIST]);
  const counts = useQuery({
    queryKey: [...LIST, 'counts', filter.runId ?? ''],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/doubts/counts', { params: { query: filter.runId ? { runId: filter.runId } : {} }, signal })),
  });
  const open = (counts.data?.items ?? [])
    .filter((one) => one.state === 'open' && (!filter.senderId || one.senderId === filter.senderId))
    .reduce((sum, one) => sum + one.count, 0);
  const some = (action: Action, ids: string[]) => setDecision({ action, ids, filter, count: ids.length });
  const all = (action: Action) => setDecision({ action, ids: [], filter: { ...filter, state: 'open' }, count: open });
  const whole = may && open > 0 && !filter.q && (filter.state ?? 'open') === 'open';
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          whole && (
            <>
              <Button onClick={() => all('close')}>{t('closeAll')}</Button>
              <Button onClick={() => all('send-again')}>{t('againAll')}</Button>
            </>
          )
        }
      />
      <p className={`pr-quiet ${classes.intro}`}>{t('intro')}</p>
      <div className={classes.stack}>
        <JobCard may={may} />
        <DataTable
          key={decided}
          name="doubts"
          caption={t('caption')}
          columns={useColumns()}
          queryKey={LIST}
          load={load(filter)}
          rowId={(one) => one.id}
          rowName={(one) => `+${one.contact}`}
          rowPath={(one) => `/messages/${one.id}`}
          search
          filterValues={{ state: filter.state, sender: filter.senderId, run: filter.runId }}
          filters={<Filters filter={filter} set={setWords} />}
          {...(may && {
            selection: (ids: string[]) => (
              <>
                <Button size="xs" onClick={() => some('send-again', ids)}>
                  {t('again')}
                </Button>
                <Button size="xs" onClick={() => some('close', ids)}>
                  {t('close')}
                </Button>
              </>
            ),
          })}
          empty={
            <EmptyState icon={IconHelpCircle} title={t('empty')}>
              {t('emptyWhy')}
            </EmptyState>
          }
        />
      </div>
      {decision && (
        <DecideDialog
          decision={decision}
          close={(done) => {
            setDecision(undefined);
            if (done) setDecided(decided + 1);
          }}
        />
      )}
    </>
  );
}
