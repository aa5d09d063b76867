import { Button } from '@mantine/core';
import { IconPlus, IconRoute, IconTestPipe } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, PageHeader, Pill, Time, type Column } from '@/components';
import { api, ask, useMay } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import type { VirtualSender } from './draft';
import { ALL } from './queries';
import classes from './routing.module.css';

/** Rules that choose among senders. */
export default function VirtualSenderListPage() {
  const { t } = useTranslation('routing');
  const format = useFormat();
  const may = useMay()('senders:write');
  const columns: Column<VirtualSender>[] = [
    {
      id: 'name',
      header: t('list.name'),
      cell: (virtual) => (
        <span className={classes.name}>
          <bdi className="pr-long">{virtual.name}</bdi>
          {virtual.rehearsal && (
            <Pill meaning="violet" icon={IconTestPipe}>
              {t('rehearsal')}
            </Pill>
          )}
        </span>
      ),
    },
    {
      id: 'rules',
      header: t('list.rules'),
      align: 'right',
      cell: (virtual) =>
        t('list.rulesCount', { count: virtual.rules.length, number: format.exact(virtual.rules.length) }),
    },
    {
      id: 'senders',
      header: t('list.senders'),
      align: 'right',
      phone: 'none',
      cell: (virtual) =>
        format.exact(new Set(virtual.rules.flatMap((rule) => rule.targets.map((target) => target.senderId))).size),
    },
    { id: 'created', header: t('list.created'), phone: 'none', cell: (virtual) => <Time at={virtual.createdAt} /> },
  ];
  const create = may && (
    <Button
      variant="filled"
      component={Link}
      to="/virtual-senders/new"
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('form.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} actions={create} />
      <DataTable
        name="virtual-senders"
        caption={t('list.caption')}
        columns={columns}
        queryKey={[...ALL, 'list']}
        load={(query, signal) => ask(api.GET('/api/v1/virtual-senders', { params: { query }, signal }))}
        rowId={(virtual) => virtual.id}
        rowName={(virtual) => virtual.name}
        rowPath={(virtual) => `/virtual-senders/${virtual.id}`}
        search
        empty={
          <EmptyState icon={IconRoute} title={t('list.empty')} action={create}>
            {t('list.emptyWhy')}
          </EmptyState>
        }
      />
    </>
  );
}
