import { Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayWord } from '@/lib/days';
import { SET_NAMES, type SetName } from './figures';
import { MailingPicker } from './MailingPicker';
import { daysIn, GROUPS, MOST_DAYS_BY_HOUR, PERIODS, type DaysFault, type Group, type Question } from './question';
import classes from './report.module.css';

interface FiltersProps {
  question: Question;
  /** What a row is now, chosen or not. */
  group: Group;
  set: SetName;
  fault: DaysFault | undefined;
  change: (words: Record<string, string | undefined>) => void;
}

function Days({ question, fault, change }: Pick<FiltersProps, 'question' | 'fault' | 'change'>) {
  const { t } = useTranslation('report');
  const today = dayWord(new Date());
  const day = (name: 'from' | 'to') => (
    <TextInput
      type="date"
      aria-label={t(`filter.${name}`)}
      max={today}
      value={question[name]}
      error={fault !== undefined && fault !== 'missing'}
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

/** What the report is about; all of it stands in the address. */
export function Filters({ question, group, set, fault, change }: FiltersProps) {
  const { t } = useTranslation('report');
  const days = daysIn(question);
  const many = days !== undefined && days > MOST_DAYS_BY_HOUR;
  const today = dayWord(new Date());
  return (
    <div className={classes.filters} role="group" aria-label={t('filter.title')}>
      <Select
        className={classes.period}
        aria-label={t('filter.period')}
        allowDeselect={false}
        data={PERIODS.filter((name) => name !== 'life' || question.mailings.length > 0).map((name) => ({
          value: name,
          label: t(`period.${name}`),
        }))}
        value={question.period}
        onChange={(period) =>
          change({
            period: period ?? undefined,
            ...(period === 'days'
              ? { from: question.from || today, to: question.to || today }
              : { from: undefined, to: undefined }),
          })
        }
      />
      {question.period === 'days' && <Days question={question} fault={fault} change={change} />}
      <MailingPicker
        value={question.mailings}
        onChange={(ids) => change({ mailing: ids.length > 0 ? ids.join(',') : undefined })}
      />
      <Select
        className={classes.choice}
        aria-label={t('filter.group')}
        allowDeselect={false}
        data={GROUPS.map((one) => ({ value: one, label: t(`group.${one}`), disabled: one === 'hour' && many }))}
        value={group}
        onChange={(next) => change({ group: next ?? undefined })}
      />
      <Select
        className={classes.choice}
        aria-label={t('filter.figures')}
        allowDeselect={false}
        data={SET_NAMES.map((one) => ({ value: one, label: t(`set.${one}`) }))}
        value={set}
        onChange={(next) => change({ figures: next === 'sms' ? undefined : (next ?? undefined) })}
      />
      <Switch
        className={classes.trials}
        label={t('filter.trials')}
        checked={question.trials}
        onChange={(event) => change({ trials: event.currentTarget.checked ? 'yes' : undefined })}
      />
    </div>
  );
}
