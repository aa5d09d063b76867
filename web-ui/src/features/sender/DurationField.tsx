import { Input, NativeSelect, NumberInput } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BELOW } from './below';
import { amountOf, inSeconds, UNITS, type Unit } from './duration';
import classes from './sender.module.css';

interface DurationFieldProps {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** Where a problem of the server finds it. */
  path: string;
  seconds: number | '';
  onChange: (seconds: number | '') => void;
}

/** A length of time: a number and its unit. */
export function DurationField({ label, description, error, required, path, seconds, onChange }: DurationFieldProps) {
  const { t } = useTranslation('sender');
  const id = useId();
  const [unit, setUnit] = useState<Unit>(() => (seconds === '' ? 'second' : amountOf(seconds).unit));
  const [shown, setShown] = useState(seconds);
  if (shown !== seconds) {
    // It was changed from outside, as by discarding a draft: its own unit may read better now.
    setShown(seconds);
    if (seconds !== '') setUnit(amountOf(seconds).unit);
  }
  const change = (amount: number | string, next: Unit) => {
    const changed = typeof amount === 'number' ? inSeconds(amount, next) : '';
    setUnit(next);
    setShown(changed);
    onChange(changed);
  };
  const amount = seconds === '' ? '' : seconds / inSeconds(1, unit);
  return (
    <Input.Wrapper
      inputWrapperOrder={BELOW}
      label={label}
      description={description}
      error={error}
      id={id}
      {...(required ? { required } : {})}
    >
      <div className={classes.duration}>
        <NumberInput
          id={id}
          value={amount}
          onChange={(value) => change(value, unit)}
          min={0}
          error={Boolean(error)}
          hideControls
          inputMode="numeric"
          data-path={path}
        />
        <NativeSelect
          aria-label={t('unit.of', { label })}
          value={unit}
          onChange={(event) => change(amount, event.currentTarget.value as Unit)}
          data={UNITS.map((one) => ({ value: one, label: t(`unit.${one}`, { count: Number(amount) || 0 }) }))}
        />
      </div>
    </Input.Wrapper>
  );
}
