import { Button } from '@mantine/core';
import { IconPlus, IconSend } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, PageHeader, StateFilter, StatePill, Time, type Column } from '@/components';
import { api, ask, useMay, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';
import { useQueryWords } from '@/lib/navigation';
import { ActionMenu } from './ActionMenu';
import { actionsOf } from './actions';
import classes from './mailing.module.css';
import { handedOver } from './progress';
import { RunBar } from './RunBar';
import { useActions } from './useActions';

type Row = Schema<'MailingRow'>;
type State = Schema<'MailingState'>;
const KEY = ['mailings', 'list'];
/** As many as the server's report takes. */
const MOST_IN_REPORT = 50;
const STATES: State[] = ['draft', 'scheduled', 'running', 'paused', 'stopped', 'finished'];

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const share = (row: Row) =>
    row.lastRun && (
      <div className={classes.inRow}>
        <RunBar progress={row.lastRun.progress} />
        <span className="pr-small pr-quiet pr-numbers">
          {t('bar.sent', {
            sent: format.count(handedOver(row.lastRun.progress)),
            total: format.count(row.lastRun.progress.total),
          })}
        </span>
      </div>
    );
  const when = (row: Row) => {
    const at = row.lastRun?.openedAt ?? row.sendAt;
    return at ? <Time at={at} /> : <span className="pr-quiet">{t('list.notPlanned')}</span>;
  };
  return [
    {
      id: 'name',
      header: t('list.name'),
      sort: 'name',
      cell: (row) => (
        <span className={`${classes.name} pr-long`} title={row.name}>
          {row.name}
        </span>
      ),
    },
    {
      id: 'state',
      header: t('list.state'),
      phone: 'end',
      cell: (row) => <StatePill kind="mailing" state={row.state} />,
    },
    { id: 'progress', header: t('list.progress'), cell: share },
    { id: 'when', header: t('list.when'), cell: when },
    { id: 'sender', header: t('list.sender'), phone: 'none', cell: (row) => row.sender },
    { id: 'resource', header: t('list.resource'), phone: 'none', extra: true, cell: (row) => row.resource },
    {
      id: 'createdAt',
      header: t('list.createdAt'),
      sort: 'created',
      phone: 'none',
      extra: true,
      cell: (row) => <Time at={row.createdAt} />,
    },
  ];
}

/** All mailings, the newest first, with how far each is and what can be done with it. */
export default function MailingListPage() {
  const { t } = useTranslation('mailing');
  const navigate = useNavigate();
  const may = useMay()('mailings:write');
  const [words, setWords] = useQueryWords();
  const state = STATES.find((one) => one === words['state']);
  const { act, dialog } = useActions();
  const columns = useColumns();
  useEvents('runs', [KEY]);
  const create = may && (
    <Button variant="filled" component={Link} to="/mailings/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('list.new')}
    </Button>
  );
  const links = (row: Row) =>
    row.lastRun
      ? (['overview', 'journal', 'report'] as const).map((tab) => ({
          label: t(`tabs.${tab}`),
          to: `/mailings/${row.id}`,
          tab,
        }))
      : [];
  return (
    <>
      <PageHeader title={t('list.title')} actions={create} />
      <DataTable
        name="mailings"
        caption={t('list.caption')}
        columns={columns}
        queryKey={KEY}
        load={(query, signal) =>
          ask(api.GET('/api/v1/mailings', { params: { query: { ...query, ...(state ? { state } : {}) } }, signal }))
        }
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        rowPath={(row) => `/mailings/${row.id}`}
        rowActions={(row) => (
          <ActionMenu
            name={row.name}
            actions={may ? actionsOf(row) : []}
            act={(action) => act(row, action)}
            links={links(row)}
          />
        )}
        selection={(ids) => (
          <Button
            size="xs"
            component={Link}
            to="/reports"
            {...({ search: { mailing: ids.slice(0, MOST_IN_REPORT).join(',') } } as object)}
          >
            {t('list.report', { count: Math.min(ids.length, MOST_IN_REPORT) })}
          </Button>
        )}
        search
        filterValues={{ state }}
        filters={
          <StateFilter kind="mailing" states={STATES} value={state} onChange={(next) => setWords({ state: next })} />
        }
        empty={
          <EmptyState
            icon={IconSend}
            title={t('list.empty')}
            action={may && <Button onClick={() => void navigate({ to: '/mailings/new' })}>{t('list.first')}</Button>}
          >
            {t('list.emptyWhy')}
          </EmptyState>
        }
      />
      {dialog}
    </>
  );
}
