import { ActionIcon, Button, NumberInput, TextInput, Tooltip } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Picker } from '@/components';
import { MOST_TARGETS, newTarget, sumOf, type Draft } from './draft';
import { SENDERS } from './queries';
import classes from './routing.module.css';

interface TargetsProps {
  form: UseFormReturnType<Draft>;
  /** Index of the rule. */
  rule: number;
}

/** The senders of a rule in their fail-over order, with their shares and the sum of these. */
export function Targets({ form, rule }: TargetsProps) {
  const { t } = useTranslation('routing');
  const path = `rules.${rule}.targets`;
  const current = form.getValues().rules[rule];
  if (!current) return null;
  const { targets } = current;
  const sum = sumOf(current);
  const problem = form.errors[path];
  return (
    <div className={classes.targets}>
      {targets.map((target, i) => (
        <div key={i} className={classes.target} role="group" aria-label={t('form.targetNumber', { number: i + 1 })}>
          <Picker
            {...SENDERS}
            label={t(i === 0 ? 'form.sender' : 'form.nextSender')}
            {...form.getInputProps(`${path}.${i}.senderId`)}
            value={target.senderId}
          />
          <NumberInput
            label={t('form.percent')}
            suffix=" %"
            min={0}
            max={100}
            allowDecimal={false}
            {...form.getInputProps(`${path}.${i}.percent`)}
          />
          <TextInput
            label={t('form.callerId')}
            placeholder={t('form.callerIdKept')}
            maxLength={16}
            {...form.getInputProps(`${path}.${i}.callerId`)}
          />
          <div className={classes.targetButtons}>
            <Tooltip label={t('form.targetUp')}>
              <ActionIcon
                variant="default"
                size={30}
                aria-label={t('form.targetUpNumber', { number: i + 1 })}
                disabled={i === 0}
                onClick={() => form.reorderListItem(path, { from: i, to: i - 1 })}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('form.targetRemove')}>
              <ActionIcon
                variant="default"
                size={30}
                aria-label={t('form.targetRemoveNumber', { number: i + 1 })}
                disabled={targets.length === 1}
                onClick={() => form.removeListItem(path, i)}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </div>
        </div>
      ))}
      <div className={classes.sum}>
        <Button
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={targets.length >= MOST_TARGETS}
          onClick={() => form.insertListItem(path, newTarget(targets.length))}
        >
          {t('form.targetAdd')}
        </Button>
        <span role="status" className={sum === 100 ? 'pr-small pr-quiet' : `pr-small ${classes.wrong}`}>
          {t('form.sum', { sum })}
        </span>
      </div>
      {problem && (
        <p role="alert" className={`pr-small ${classes.wrong}`}>
          {problem}
        </p>
      )}
    </div>
  );
}
