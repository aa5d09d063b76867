import { Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog, ErrorState, PageHeader, Time, toast } from '@/components';
import { api, ask, ifMatch, useMay } from '@/lib/api';
import { useParam } from '@/lib/navigation';
import { nameOf } from './person';
import { PersonCard } from './PersonCard';
import classes from './profile.module.css';
import { Subscriptions } from './Subscriptions';
import { Timeline } from './Timeline';
import { useDatabase, useFields } from './usePeople';

/** One person: what is known, what they are subscribed to, and what happened. */
export default function PersonPage() {
  const { t } = useTranslation('profile');
  const id = useParam('id');
  const profileId = useParam('profileId');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const can = useMay();
  const [deleting, setDeleting] = useState(false);
  const database = useDatabase(id);
  const { fields, label } = useFields(database.data);
  const person = useQuery({
    queryKey: ['databases', id, 'profiles', profileId],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/databases/{id}/profiles/{profileId}', { params: { path: { id, profileId } }, signal })),
  });
  const failed = [person, database].find((one) => one.isError && !one.data);
  if (failed) return <ErrorState order={1} error={failed.error} retry={() => void failed.refetch()} />;
  if (!person.data || !database.data) {
    return (
      <>
        <PageHeader title={t('person.title')} />
        <Skeleton height={320} radius="md" aria-label={t('kit:list.loading')} />
      </>
    );
  }
  const { data } = person;
  const name = nameOf(data.values) || t('people.nameless', { id: data.id });
  const remove = async () => {
    await ask(
      api.DELETE('/api/v1/databases/{id}/profiles/{profileId}', {
        params: { path: { id, profileId }, header: ifMatch(data.version) },
      }),
    );
    toast(t('person.deleted', { name }));
    await navigate({ to: `/databases/${id}`, ignoreBlocker: true });
    await queries.invalidateQueries({ queryKey: ['databases', id] });
  };
  return (
    <>
      <PageHeader
        title={name}
        meta={
          <>
            {t('person.since')} <Time at={data.createdAt} as="date" />
          </>
        }
        actions={
          can('profiles:write') && (
            <Button c="var(--pr-red-t)" onClick={() => setDeleting(true)}>
              {t('person.delete')}
            </Button>
          )
        }
      />
      <div className={classes.grid}>
        <PersonCard key={data.id} profile={data} fields={fields} label={label} />
        <div className={classes.stack}>
          <Subscriptions profile={data} name={name} />
          {can('messages:read') && <Timeline databaseId={id} profileId={profileId} />}
        </div>
      </div>
      <ConfirmDialog
        opened={deleting}
        danger
        title={t('person.deleteTitle', { name })}
        action={t('person.deleteAction')}
        onConfirm={remove}
        onCancel={() => setDeleting(false)}
      >
        <p className="pr-small">{t('person.deleteWhy')}</p>
      </ConfirmDialog>
    </>
  );
}
