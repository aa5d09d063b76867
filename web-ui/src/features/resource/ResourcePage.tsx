import { Button, Tabs } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog, ErrorState, Figure, KpiRow, PageHeader, toast } from '@/components';
import { api, ask, ifMatch, useMay } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { useParam, useQueryWords } from '@/lib/navigation';
import classes from './resource.module.css';
import { ResourceForm } from './ResourceForm';
import { SubscriptionList } from './SubscriptionList';

/** One resource: how many have subscribed, and its settings. */
export default function ResourcePage() {
  const { t } = useTranslation('resource');
  const format = useFormat();
  const id = useParam('id');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const may = useMay()('resources:write');
  const [deleting, setDeleting] = useState(false);
  const [words, setWords] = useQueryWords();
  const tab = words['tab'] === 'settings' ? 'settings' : 'people';
  const resource = useQuery({
    queryKey: ['resources', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/resources/{id}', { params: { path: { id } }, signal })),
  });
  if (resource.isError && !resource.data) {
    return <ErrorState order={1} error={resource.error} retry={() => void resource.refetch()} />;
  }
  if (!resource.data) return null;
  const { data } = resource;
  const remove = async () => {
    await ask(
      api.DELETE('/api/v1/resources/{id}', { params: { path: { id }, header: ifMatch(data.version) } as never }),
    );
    toast(t('form.deleted', { name: data.name }));
    await navigate({ to: '/resources', ignoreBlocker: true });
    await queries.invalidateQueries({ queryKey: ['resources'] });
  };
  return (
    <>
      <PageHeader
        title={data.name}
        actions={
          may && (
            <Button c="var(--pr-red-t)" onClick={() => setDeleting(true)}>
              {t('form.delete')}
            </Button>
          )
        }
      />
      <div className={classes.stack}>
        {data.subscriptions && (
          <KpiRow>
            {Object.entries(data.subscriptions)
              .filter(([, n]) => typeof n === 'number')
              .map(([status, n]) => (
                <Figure
                  key={status}
                  label={t(`count.${status}`, { defaultValue: status })}
                  value={format.count(n as number)}
                />
              ))}
          </KpiRow>
        )}
        <Tabs value={tab} onChange={(next) => setWords({ tab: next ?? undefined })} keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="people">{t('tab.people')}</Tabs.Tab>
            <Tabs.Tab value="settings">{t('tab.settings')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="people">
            <SubscriptionList resource={data} />
          </Tabs.Panel>
          <Tabs.Panel value="settings">
            <ResourceForm key={data.version} resource={data} onSaved={() => undefined} />
          </Tabs.Panel>
        </Tabs>
      </div>
      <ConfirmDialog
        opened={deleting}
        danger
        title={t('form.deleteTitle', { name: data.name })}
        action={t('form.deleteAction')}
        onConfirm={remove}
        onCancel={() => setDeleting(false)}
      >
        <p className="pr-small">{t('form.deleteWhy')}</p>
      </ConfirmDialog>
    </>
  );
}
