import { Button, Card, Select, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, Phone, ProblemForm, StatePill, Time, toast, toastProblem, useProblemForm } from '@/components';
import { api, ask, ifMatch, useMay, type Schema } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { refusal, textOf, type Profile } from './person';
import classes from './profile.module.css';
import { useResources } from './usePeople';

type Subscription = Schema<'Subscription'>;

function path(profile: Profile) {
  return { id: profile.databaseId, profileId: profile.id };
}

/** What a person is subscribed to, with a way in and a way out. */
export function Subscriptions({ profile, name }: { profile: Profile; name: string }) {
  const { t } = useTranslation('profile');
  const may = useMay()('profiles:write');
  const [adding, setAdding] = useState(false);
  const resources = useResources(profile.databaseId);
  const list = useQuery({
    queryKey: ['databases', profile.databaseId, 'profiles', profile.id, 'subscriptions'],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/v1/databases/{id}/profiles/{profileId}/subscriptions', {
          params: { path: path(profile) },
          signal,
        }),
      ),
  });
  const of = (id: string) =>
    resources.data?.find((resource) => resource.id === id)?.name ?? t('person.resource', { id });
  return (
    <Card component="section" aria-label={t('person.subscriptions')}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('person.subscriptions')}</h2>
        {may && !adding && (resources.data?.length ?? 0) > 0 && (
          <Button size="xs" onClick={() => setAdding(true)}>
            {t('person.subscribe')}
          </Button>
        )}
      </div>
      {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && !adding && <p className="pr-quiet">{t('person.noSubscription')}</p>}
      <ul className={classes.list}>
        {list.data?.items.map((one) => (
          <Row key={one.id} subscription={one} resource={of(one.resourceId)} profile={profile} may={may} name={name} />
        ))}
      </ul>
      {adding && <Add profile={profile} resources={resources.data ?? []} close={() => setAdding(false)} name={name} />}
    </Card>
  );
}

interface RowProps {
  subscription: Subscription;
  resource: string;
  profile: Profile;
  may: boolean;
  name: string;
}

function Row({ subscription, resource, profile, may, name }: RowProps) {
  const { t } = useTranslation('profile');
  const text = useProblemText();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const subscribed = subscription.status === 'subscribed';
  const turn = () => {
    setBusy(true);
    const status = subscribed ? 'unsubscribed' : 'subscribed';
    ask(
      api.PATCH('/api/v1/subscriptions/{id}', {
        params: { path: { id: subscription.id }, header: ifMatch(subscription.version) },
        body: { status },
      }),
    )
      .then(() => toast(t(`person.now.${status}`, { name, resource })))
      .catch((problem: unknown) => toastProblem(t('person.notChanged'), text.error(problem)))
      .finally(() => {
        setBusy(false);
        void queries.invalidateQueries({ queryKey: ['databases', profile.databaseId, 'profiles', profile.id] });
      });
  };
  return (
    <li className={classes.item}>
      <div>
        <Link to={`/resources/${subscription.resourceId}`} className="pr-long">
          {resource}
        </Link>
        <div className="pr-quiet pr-small">
          <Phone value={`+${subscription.contact.replace(/^\+/, '')}`} /> · <Time at={subscription.updatedAt} />
        </div>
      </div>
      <StatePill kind="subscription" state={subscription.status} />
      {may && (
        <Button
          size="xs"
          loading={busy}
          onClick={turn}
          aria-label={t(subscribed ? 'person.unsubscribeFrom' : 'person.subscribeTo', { resource })}
        >
          {t(subscribed ? 'person.unsubscribe' : 'person.subscribeAgain')}
        </Button>
      )}
    </li>
  );
}

interface AddProps {
  profile: Profile;
  resources: Schema<'Resource'>[];
  close: () => void;
  name: string;
}

function Add({ profile, resources, close, name }: AddProps) {
  const { t } = useTranslation('profile');
  const queries = useQueryClient();
  const phones = textOf(profile.values['phones']).split(', ');
  const problem = useProblemForm<{ resourceId: string; contact: string }>({
    initial: { resourceId: resources[0]?.id ?? '', contact: phones[0] ?? '' },
    draft: `subscription.${profile.id}`,
    save: async (draft, { key }) => {
      const answer = await ask(
        api.POST('/api/v1/subscriptions', {
          params: { header: { 'Idempotency-Key': key } },
          body: {
            databaseId: profile.databaseId,
            items: [{ profileId: profile.id, resourceId: draft.resourceId, contact: draft.contact }],
          },
        }),
      );
      const refused = answer.rejected[0];
      if (refused) throw refusal(refused);
      const resource = resources.find((one) => one.id === draft.resourceId)?.name ?? '';
      toast(t('person.now.subscribed', { name, resource }));
      await queries.invalidateQueries({ queryKey: ['databases', profile.databaseId, 'profiles', profile.id] });
      close();
    },
  });
  const { form } = problem;
  return (
    <ProblemForm form={problem} free className={classes.stack}>
      <Select
        label={t('person.subscribeWhere')}
        allowDeselect={false}
        data={resources.map((resource) => ({ value: resource.id, label: resource.name }))}
        {...form.getInputProps('resourceId')}
      />
      <TextInput label={t('person.subscribePhone')} required maxLength={100} {...form.getInputProps('contact')} />
      <div className={classes.foot}>
        <Button onClick={close}>{t('kit:confirm.cancel')}</Button>
        <Button type="submit" variant="filled" loading={problem.busy}>
          {t('person.subscribe')}
        </Button>
      </div>
    </ProblemForm>
  );
}
