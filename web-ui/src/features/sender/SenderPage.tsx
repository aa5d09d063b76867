import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog, ErrorState, PageHeader, senderState, StatePill, toast, toastProblem } from '@/components';
import { api, ask, ifMatch, useMay, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { useParam } from '@/lib/navigation';
import { LiveCard } from './LiveCard';
import { GATEWAYS, senderOf, stateOf } from './queries';
import classes from './sender.module.css';
import { SenderForm } from './SenderForm';

function Actions({ sender, ask: askDelete }: { sender: Schema<'Sender'>; ask: () => void }) {
  const { t } = useTranslation('sender');
  const text = useProblemText();
  const queries = useQueryClient();
  const params = { path: { id: sender.id } };
  const turn = () => {
    const call = sender.paused
      ? ask(api.POST('/api/v1/senders/{id}/resume', { params }))
      : ask(api.POST('/api/v1/senders/{id}/pause', { params }));
    call
      .then(() => {
        toast(t(sender.paused ? 'page.resumed' : 'page.pausedNow', { name: sender.name }));
        return queries.invalidateQueries({ queryKey: ['senders'] });
      })
      .catch((problem: unknown) => toastProblem(t('page.failed'), text.error(problem)));
  };
  return (
    <>
      <Button onClick={turn}>{t(sender.paused ? 'page.resume' : 'page.pause')}</Button>
      <Button c="var(--pr-red-t)" onClick={askDelete}>
        {t('page.delete')}
      </Button>
    </>
  );
}

/** One sender: what it does now, and its settings. */
export default function SenderPage() {
  const { t } = useTranslation('sender');
  const id = useParam('id');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const may = useMay()('senders:write');
  const [deleting, setDeleting] = useState(false);
  const sender = useQuery({ ...senderOf(id), staleTime: 30_000 });
  const state = useQuery(stateOf(id));
  const gateways = useQuery(GATEWAYS);
  useEvents('senders', [['senders', id, 'state']], id);
  if (sender.isError && !sender.data) {
    return <ErrorState order={1} error={sender.error} retry={() => void sender.refetch()} />;
  }
  if (!sender.data) return null;
  const { data } = sender;
  const remove = async () => {
    await ask(api.DELETE('/api/v1/senders/{id}', { params: { path: { id }, header: ifMatch(data.version) } as never }));
    toast(t('page.deleted', { name: data.name }));
    await navigate({ to: '/senders' });
    await queries.invalidateQueries({ queryKey: ['senders'] });
  };
  return (
    <>
      <PageHeader
        title={data.name}
        pill={state.data && <StatePill kind="sender" state={senderState({ ...state.data, paused: data.paused })} />}
        foot
        actions={may && <Actions sender={data} ask={() => setDeleting(true)} />}
      />
      <div className={classes.stack}>
        {state.isError && <ErrorState error={state.error} retry={() => void state.refetch()} />}
        {state.data && <LiveCard state={state.data} />}
        {gateways.data && (
          <SenderForm key={data.version} gateways={gateways.data.items} sender={data} onSaved={() => undefined} />
        )}
      </div>
      <ConfirmDialog
        opened={deleting}
        danger
        title={t('page.deleteTitle', { name: data.name })}
        action={t('page.deleteAction')}
        onConfirm={remove}
        onCancel={() => setDeleting(false)}
      >
        <p className="pr-small">{t('page.deleteWhy')}</p>
      </ConfirmDialog>
    </>
  );
}
