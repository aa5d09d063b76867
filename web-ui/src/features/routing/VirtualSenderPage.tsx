import { Button, Skeleton } from '@mantine/core';
import { IconTestPipe } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog, ErrorState, PageHeader, Pill, toast } from '@/components';
import { api, ask, ifMatch, useMay } from '@/lib/api';
import { useParam } from '@/lib/navigation';
import type { VirtualSender } from './draft';
import { ALL, virtualSenderOf } from './queries';
import { VirtualSenderForm } from './VirtualSenderForm';

function Delete({ virtual }: { virtual: VirtualSender }) {
  const { t } = useTranslation('routing');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const remove = async () => {
    const params = { path: { id: virtual.id }, header: ifMatch(virtual.version) };
    await ask(api.DELETE('/api/v1/virtual-senders/{id}', { params: params as never }));
    toast(t('page.deleted', { name: virtual.name }));
    await navigate({ to: '/virtual-senders', ignoreBlocker: true });
    queries.removeQueries({ queryKey: [...ALL, virtual.id] });
    await queries.invalidateQueries({ queryKey: ALL });
  };
  return (
    <>
      <Button c="var(--pr-red-t)" onClick={() => setOpen(true)}>
        {t('page.delete')}
      </Button>
      <ConfirmDialog
        opened={open}
        danger
        title={t('page.deleteTitle', { name: virtual.name })}
        action={t('page.deleteAction')}
        onConfirm={remove}
        onCancel={() => setOpen(false)}
      >
        <p>{t('page.deleteWhy')}</p>
      </ConfirmDialog>
    </>
  );
}

/** One virtual sender with its rules. */
export default function VirtualSenderPage() {
  const { t } = useTranslation('routing');
  const may = useMay()('senders:write');
  const id = useParam('id');
  const virtual = useQuery(virtualSenderOf(id));
  if (virtual.isError && !virtual.data) {
    return <ErrorState order={1} error={virtual.error} retry={() => void virtual.refetch()} />;
  }
  if (!virtual.data) return <Skeleton height={36} width={240} radius="sm" />;
  return (
    <>
      <PageHeader
        title={virtual.data.name}
        pill={
          virtual.data.rehearsal && (
            <Pill meaning="violet" icon={IconTestPipe}>
              {t('rehearsal')}
            </Pill>
          )
        }
        foot
        actions={may && <Delete virtual={virtual.data} />}
      />
      <VirtualSenderForm key={id} saved={virtual.data} onSaved={() => undefined} />
    </>
  );
}
