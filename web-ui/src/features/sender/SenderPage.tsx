import { Button, Skeleton, Tabs } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconTestPipe } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog, ErrorState, Mono, PageHeader, Pill, senderState, StatePill, toast } from '@/components';
import { api, ask, ifMatch, useMay } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useParam, useQueryWords } from '@/lib/navigation';
import type { Sender } from './draft';
import { LivePanel } from './LivePanel';
import { GATEWAYS, senderOf, stateOf } from './queries';
import { SenderForm } from './SenderForm';
import { usePause } from './usePause';

/** One sender: what it does now, and its settings. */
export default function SenderPage() {
  const id = useParam('id');
  const sender = useQuery(senderOf(id));
  const state = useQuery(stateOf(id));
  useEvents('senders', [senderOf(id).queryKey], id);
  if (sender.isError && !sender.data) {
    return <ErrorState order={1} error={sender.error} retry={() => void sender.refetch()} />;
  }
  if (!sender.data) return <Skeleton height={36} width={240} radius="sm" />;
  return <Loaded sender={sender.data} state={state} key={id} />;
}

type StateQuery = ReturnType<typeof useQuery<Awaited<ReturnType<NonNullable<ReturnType<typeof stateOf>['queryFn']>>>>>;

function Loaded({
  sender,
  state,
}: {
  sender: Sender;
  state: Pick<StateQuery, 'data' | 'isPending' | 'isError' | 'error' | 'refetch'>;
}) {
  const { t } = useTranslation('sender');
  const may = useMay();
  const [words, setWords] = useQueryWords();
  const tab = words['tab'] === 'settings' ? 'settings' : 'now';
  // Who may not see the plugins sees no form either: what its fields are called is said by them.
  const form = may('plugins:read');
  return (
    <>
      <PageHeader
        title={sender.name}
        pill={
          <>
            {sender.rehearsal && (
              <Pill meaning="violet" icon={IconTestPipe}>
                {t('rehearsal')}
              </Pill>
            )}
            {state.data && <StatePill kind="sender" state={senderState({ ...state.data, paused: sender.paused })} />}
          </>
        }
        meta={<Mono>{sender.gateway}</Mono>}
        foot
        actions={may('senders:write') && <Actions sender={sender} />}
      />
      <Tabs value={tab} onChange={(next) => setWords({ tab: next === 'settings' ? next : undefined })}>
        {form && (
          <Tabs.List mb="lg">
            <Tabs.Tab value="now">{t('page.now')}</Tabs.Tab>
            <Tabs.Tab value="settings">{t('page.settings')}</Tabs.Tab>
          </Tabs.List>
        )}
        <Tabs.Panel value="now">
          {state.isError && !state.data && <ErrorState error={state.error} retry={() => void state.refetch()} />}
          {state.isPending && <Skeleton height={240} radius="md" />}
          {state.data && <LivePanel sender={sender} state={state.data} />}
        </Tabs.Panel>
        {form && (
          <Tabs.Panel value="settings">
            <Settings sender={sender} />
          </Tabs.Panel>
        )}
      </Tabs>
    </>
  );
}

function Settings({ sender }: { sender: Sender }) {
  const gateways = useQuery(GATEWAYS);
  if (gateways.isError && !gateways.data) {
    return <ErrorState error={gateways.error} retry={() => void gateways.refetch()} />;
  }
  if (!gateways.data) return <Skeleton height={200} radius="md" />;
  return <SenderForm gateways={gateways.data.items} sender={sender} onSaved={() => undefined} />;
}

function Actions({ sender }: { sender: Sender }) {
  const { t } = useTranslation('sender');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const pause = usePause();
  const [deleting, setDeleting] = useState(false);
  const remove = async () => {
    const params = { path: { id: sender.id }, header: ifMatch(sender.version) };
    await ask(api.DELETE('/api/v1/senders/{id}', { params: params as never }));
    toast(t('page.deleted', { name: sender.name }));
    await navigate({ to: '/senders', ignoreBlocker: true });
    queries.removeQueries({ queryKey: ['senders', sender.id] });
    await queries.invalidateQueries({ queryKey: ['senders'] });
  };
  const Picture = sender.paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <>
      <Button
        leftSection={<Picture size={16} aria-hidden />}
        loading={pause.isPending}
        onClick={() => pause.mutate(sender)}
      >
        {t(sender.paused ? 'page.resume' : 'page.pause')}
      </Button>
      <Button c="var(--pr-red-t)" onClick={() => setDeleting(true)}>
        {t('page.delete')}
      </Button>
      <ConfirmDialog
        opened={deleting}
        danger
        title={t('page.deleteTitle', { name: sender.name })}
        action={t('page.deleteAction')}
        onConfirm={remove}
        onCancel={() => setDeleting(false)}
      >
        <p>{t('page.deleteWhy')}</p>
      </ConfirmDialog>
    </>
  );
}
