import { Select } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, Phone, StateFilter, StatePill, Time, type Column } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import { useQueryWords } from '@/lib/navigation';

type Recipient = Schema<'Recipient'>;
type State = Schema<'MessageState'>;
const STATES: State[] = [
  'waiting',
  'submitted',
  'delivered',
  'undelivered',
  'expired',
  'refused',
  'in-doubt',
  'no-receipt',
  'excluded',
];

/** The people of a run, by where their messages stand, or by why they were left out. */
export function RecipientsTab({ runId, figures }: { runId: string; figures: Schema<'RunFigures'> }) {
  const { t } = useTranslation('mailing');
  const [words, setWords] = useQueryWords();
  const state = STATES.find((one) => one === words['state']);
  const reasons = Object.keys(figures.exclusions).filter((one) => (figures.exclusions[one] ?? 0) > 0);
  const reason = reasons.find((one) => one === words['reason']);
  const columns: Column<Recipient>[] = [
    { id: 'contact', header: t('recipients.phone'), cell: (row) => <Phone value={`+${row.contact}`} /> },
    {
      id: 'state',
      header: t('recipients.state'),
      phone: 'end',
      cell: (row) => <StatePill kind="message" state={row.state} />,
    },
    {
      id: 'why',
      header: t('recipients.why'),
      cell: (row) =>
        row.state === 'excluded' && row.code ? (
          t(`reason.${row.code}`)
        ) : (
          <span className="pr-mono pr-small pr-long">{row.code ?? ''}</span>
        ),
    },
    { id: 'parts', header: t('recipients.parts'), align: 'right', phone: 'none', cell: (row) => row.parts },
    { id: 'at', header: t('recipients.at'), cell: (row) => <Time at={row.at} /> },
    {
      id: 'text',
      header: t('recipients.text'),
      phone: 'none',
      cell: (row) => <bdi className="pr-long">{row.text}</bdi>,
    },
  ];
  const load = (query: { limit: number; after?: string; q?: string }, signal: AbortSignal) => {
    const narrowed = { ...query, ...(state ? { state } : {}), ...(reason ? { reason } : {}) };
    return ask(api.GET('/api/v1/runs/{id}/recipients', { params: { path: { id: runId }, query: narrowed }, signal }));
  };
  return (
    <DataTable
      name="recipients"
      caption={t('recipients.caption')}
      columns={columns}
      queryKey={['runs', runId, 'recipients']}
      load={load}
      rowId={(row) => `${row.messageId ?? ''}-${row.subscriptionId}`}
      {...({ rowPath: (row: Recipient) => (row.messageId ? `/messages/${row.messageId}` : undefined) } as object)}
      search
      filterValues={{ state, reason }}
      filters={
        <>
          <StateFilter
            kind="message"
            states={STATES}
            value={state}
            onChange={(next) => setWords({ state: next, reason: undefined })}
          />
          {reasons.length > 0 && (
            <Select
              aria-label={t('recipients.reason')}
              placeholder={t('recipients.anyReason')}
              clearable
              data={reasons.map((one) => ({ value: one, label: t(`reason.${one}`) }))}
              value={reason ?? null}
              onChange={(next) => setWords({ reason: next ?? undefined, state: undefined })}
            />
          )}
        </>
      }
      empty={
        <EmptyState icon={IconUsers} title={t('recipients.empty')}>
          {t('recipients.emptyWhy')}
        </EmptyState>
      }
    />
  );
}
