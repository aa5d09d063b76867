import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Picker } from '@/components';
import { api, ask, useMay } from '@/lib/api';
import { dayWord } from '@/lib/days';
import { isTurned, PERIODS } from './period';
import { READ_AS, type Narrowed } from './queries';
import classes from './reply.module.css';

interface FiltersProps {
  narrowed: Narrowed;
  change: (words: Record<string, string | undefined>) => void;
}

function Days({ narrowed: { period }, change }: FiltersProps) {
  const { t } = useTranslation('reply');
  const today = dayWord(new Date());
  const day = (name: 'from' | 'to') => (
    <TextInput
      type="date"
      aria-label={t(`filter.${name}`)}
      max={today}
      value={period[name]}
      error={isTurned(period)}
      onChange={(event) => change({ [name]: event.currentTarget.value || undefined })}
    />
  );
  return (
    <span className={classes.days}>
      {day('from')}
      <span aria-hidden>–</span>
      {day('to')}
    </span>
  );
}

/** Which replies are shown; all of it stands in the address. */
export function Filters(props: FiltersProps) {
  const { narrowed, change } = props;
  const { t } = useTranslation('reply');
  const maySeeSenders = useMay()('senders:read');
  const today = dayWord(new Date());
  return (
    <>
      <Select
        className={classes.choice}
        aria-label={t('filter.kind')}
        placeholder={t('filter.anyKind')}
        clearable
        data={READ_AS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        value={narrowed.kind ?? null}
        onChange={(kind) => change({ kind: kind ?? undefined })}
      />
      <Select
        className={classes.choice}
        aria-label={t('filter.period')}
        placeholder={t('filter.anyTime')}
        clearable
        data={PERIODS.map((name) => ({ value: name, label: t(`period.${name}`) }))}
        value={narrowed.period.name ?? null}
        onChange={(period) => {
          const days = period === 'days' ? today : undefined;
          change({ period: period ?? undefined, from: days, to: days });
        }}
      />
      {narrowed.period.name === 'days' && <Days {...props} />}
      {maySeeSenders && (
        <Picker
          className={classes.choice}
          aria-label={t('filter.sender')}
          placeholder={t('filter.anySender')}
          clearable
          queryKey={['senders']}
          load={(query, signal) => ask(api.GET('/api/v1/senders', { params: { query }, signal }))}
          read={(id, signal) => ask(api.GET('/api/v1/senders/{id}', { params: { path: { id } }, signal }))}
          value={narrowed.senderId}
          onChange={(id) => change({ sender: id || undefined })}
        />
      )}
    </>
  );
}
