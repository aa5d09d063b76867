import { ActionIcon, Card, Select, TagsInput, TextInput, Tooltip } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { MATCHES, moved, type Draft, type Match } from './draft';
import classes from './routing.module.css';
import { Targets } from './Targets';

interface RuleCardProps {
  form: UseFormReturnType<Draft>;
  rule: number;
}

/** The names of countries, to see that the codes are the right ones. */
function useCountries(codes: string[]): string {
  const language = useLanguage();
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return codes
    .map((code) => {
      try {
        return names.of(code.toUpperCase()) ?? code;
      } catch {
        return code;
      }
    })
    .join(', ');
}

function Buttons({ form, rule }: RuleCardProps) {
  const { t } = useTranslation('routing');
  const { rules } = form.getValues();
  const last = rules.length - 2;
  const move = (by: -1 | 1) => {
    form.clearErrors();
    form.setFieldValue('rules', moved(form.getValues().rules, rule, by));
  };
  const button = (
    name: 'ruleUp' | 'ruleDown' | 'ruleRemove',
    Picture: typeof IconTrash,
    off: boolean,
    act: () => void,
  ) => (
    <Tooltip label={t(`form.${name}`)}>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t(`form.${name}Number`, { number: rule + 1 })}
        disabled={off}
        onClick={act}
      >
        <Picture size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className={classes.ruleButtons}>
      {button('ruleUp', IconArrowUp, rule === 0, () => move(-1))}
      {button('ruleDown', IconArrowDown, rule >= last, () => move(1))}
      {button('ruleRemove', IconTrash, false, () => {
        form.clearErrors();
        form.removeListItem('rules', rule);
      })}
    </div>
  );
}

/** What a rule fits. */
function Fits({ form, rule }: RuleCardProps) {
  const { t } = useTranslation('routing');
  const path = `rules.${rule}`;
  const current = form.getValues().rules[rule];
  const countries = useCountries(current?.match === 'country' ? current.values : []);
  if (!current) return null;
  return (
    <div className={classes.fits}>
      <TextInput label={t('form.ruleName')} maxLength={100} {...form.getInputProps(`${path}.name`)} />
      <Select
        label={t('form.match')}
        data={MATCHES.map((value) => ({ value, label: t(`match.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps(`${path}.match`)}
        onChange={(value) => form.setFieldValue(`${path}.match`, value as Match)}
      />
      <TagsInput
        className={classes.values}
        label={t(`values.${current.match}`)}
        description={countries || t(`valuesWhy.${current.match}`)}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        splitChars={[',', ';']}
        acceptValueOnBlur
        maxTags={200}
        {...form.getInputProps(`${path}.values`)}
      />
    </div>
  );
}

/** One rule: what it fits, and who sends what fits. */
export function RuleCard({ form, rule }: RuleCardProps) {
  const { t } = useTranslation('routing');
  const current = form.getValues().rules[rule];
  const byDefault = current?.match === 'default';
  const title = byDefault ? t('form.default') : t('form.ruleNumber', { number: rule + 1 });
  const error = byDefault ? form.errors[`rules.${rule}.match`] : undefined;
  return (
    <Card component="section" aria-label={title}>
      <div className={classes.ruleHead}>
        <h2 className={classes.title}>{title}</h2>
        {!byDefault && <Buttons form={form} rule={rule} />}
      </div>
      {byDefault ? <p className="pr-small pr-quiet">{t('form.defaultWhy')}</p> : <Fits form={form} rule={rule} />}
      {error && (
        <p role="alert" className={`pr-small ${classes.wrong}`}>
          {error}
        </p>
      )}
      <Targets form={form} rule={rule} />
    </Card>
  );
}
