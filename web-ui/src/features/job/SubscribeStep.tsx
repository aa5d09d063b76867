import { Alert, Button, Card, Checkbox, Radio, Select, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, type Schema } from '@/lib/api';
import { useFieldNames } from './fields';
import classes from './job.module.css';
import { NewResource } from './NewResource';
import { matchesOf, matchField, matchOf, phoneColumnOf, usesDates, type Mapping, type Mode, type Plan } from './plan';
import { useResources } from './queries';

const MODES: Mode[] = ['add_and_update', 'only_add', 'only_update'];

interface SubscribeStepProps {
  plan: Plan;
  mapping: Mapping;
  database: Schema<'Database'>;
  set: (part: Partial<Plan>) => void;
}

/** Who is subscribed to what, and what becomes of people who are known already. */
export function SubscribeStep(props: SubscribeStepProps) {
  const { t } = useTranslation('job');
  return (
    <>
      <Card component="section" aria-label={t('import.subscription')}>
        <h2 className={classes.title}>{t('import.subscription')}</h2>
        <Subscription {...props} />
      </Card>
      <Card component="section" aria-label={t('import.known')}>
        <h2 className={classes.title}>{t('import.known')}</h2>
        <Known {...props} />
      </Card>
    </>
  );
}

function Subscription({ plan, mapping, database, set }: SubscribeStepProps) {
  const { t } = useTranslation('job');
  const may = useMay()('resources:write');
  const resources = useResources(database.id);
  const [making, setMaking] = useState(false);
  const column = phoneColumnOf(mapping);
  if (column === undefined) {
    return (
      <Alert color="yellow" icon={<IconInfoCircle size={18} aria-hidden />}>
        {t('import.noPhoneColumn')}
      </Alert>
    );
  }
  return (
    <div className={classes.form}>
      <div className={classes.beside}>
        <Select
          label={t('import.resource')}
          description={t('import.resourceWhy', { column })}
          clearable
          placeholder={t('import.nothing')}
          data={(resources.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={plan.resourceId || null}
          onChange={(next) => set({ resourceId: next ?? '' })}
        />
        {may && <Button onClick={() => setMaking(true)}>{t('import.newResource')}</Button>}
      </div>
      {plan.resourceId && (
        <Checkbox
          label={t('import.rejectInvalid')}
          description={t('import.rejectInvalidWhy')}
          checked={plan.rejectInvalid}
          onChange={(event) => set({ rejectInvalid: event.currentTarget.checked })}
        />
      )}
      {making && (
        <NewResource
          databaseId={database.id}
          close={() => setMaking(false)}
          onMade={(resource) => {
            set({ resourceId: resource.id });
            setMaking(false);
          }}
        />
      )}
    </div>
  );
}

function Known({ plan, mapping, database, set }: SubscribeStepProps) {
  const { t } = useTranslation('job');
  const nameOf = useFieldNames(database);
  const match = matchOf(plan, mapping, database.fields);
  const words = (one: string) => {
    const field = matchField(one);
    return field === undefined ? t(`match.${one}`) : nameOf(field);
  };
  return (
    <div className={classes.form}>
      <Select
        label={t('import.match')}
        description={t('import.matchWhy')}
        allowDeselect={false}
        data={matchesOf(mapping, database.fields).map((one) => ({ value: one, label: words(one) }))}
        value={match}
        onChange={(next) => set({ match: next ?? '' })}
      />
      {match !== 'nothing' && (
        <>
          <Radio.Group label={t('import.mode')} value={plan.mode} onChange={(next) => set({ mode: next as Mode })}>
            <div className={classes.radios}>
              {MODES.map((mode) => (
                <Radio key={mode} value={mode} label={t(`mode.${mode}`)} />
              ))}
            </div>
          </Radio.Group>
          <Checkbox
            label={t('import.clearEmpty')}
            description={t('import.clearEmptyWhy')}
            checked={plan.clearEmpty}
            onChange={(event) => set({ clearEmpty: event.currentTarget.checked })}
          />
        </>
      )}
      {usesDates(mapping, database.fields) && (
        <TextInput
          label={t('import.dates')}
          description={t('import.datesWhy')}
          placeholder="dd.MM.yyyy, MM/dd/yy"
          maxLength={300}
          value={plan.dateFormats}
          onChange={(event) => set({ dateFormats: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
