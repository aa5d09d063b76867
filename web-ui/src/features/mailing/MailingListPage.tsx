import { Select } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, PageHeader, StatePill, Time, type Column } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useQueryWords } from '@/lib/navigation';

type Mailing = Schema<'Mailing'>;
type State = Schema<'MailingState'>;
const KEY = ['mailings'];
const STATES: State[] = ['draft', 'scheduled', 'running', 'paused', 'stopped', 'finished'];

/** All mailings, the newest first. */
export default function MailingListPage() {
  const { t } = useTranslation('mailing');
  const [words, setWords] = useQueryWords();
  const state = STATES.find((one) => one === words['state']);
  useEvents('runs', [KEY]);
  const columns: Column<Mailing>[] = [
    { id: 'name', header: t('list.name'), cell: (mailing) => <span className="pr-long">{mailing.name}</span> },
    {
      id: 'state',
      header: t('list.state'),
      phone: 'end',
      cell: (mailing) => <StatePill kind="mailing" state={mailing.state} />,
    },
    {
      id: 'sendAt',
      header: t('list.sendAt'),
      cell: (mailing) =>
        mailing.sendAt ? <Time at={mailing.sendAt} /> : <span className="pr-quiet">{t('list.notPlanned')}</span>,
    },
    { id: 'createdAt', header: t('list.createdAt'), phone: 'none', cell: (mailing) => <Time at={mailing.createdAt} /> },
  ];
  return (
    <>
      <PageHeader title={t('list.title')} />
      <DataTable
        name="mailings"
        caption={t('list.caption')}
        columns={columns}
        queryKey={KEY}
        load={(query, signal) =>
          ask(api.GET('/api/v1/mailings', { params: { query: { ...query, ...(state ? { state } : {}) } }, signal }))
        }
        rowId={(mailing) => mailing.id}
        search
        filterValues={{ state }}
        filters={
          <Select
            aria-label={t('list.state')}
            placeholder={t('list.anyState')}
            clearable
            data={STATES.map((one) => ({ value: one, label: t(`kit:state.mailing.${one}`) }))}
            value={state ?? null}
            onChange={(next) => setWords({ state: next ?? undefined })}
          />
        }
        empty={
          <EmptyState icon={IconSend} title={t('list.empty')}>
            {t('list.emptyWhy')}
          </EmptyState>
        }
      />
    </>
  );
}
