import { Button, Card, CloseButton, RingProgress } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { readKept, writeKept } from '@/lib/kept';
import { stepsOf, type Step } from './checklist';
import classes from './HomePage.module.css';
import { useFacts } from './useHome';

const HIDDEN = 'stepsHidden';

/** The five steps of a first mailing; they tick themselves, and whoever knows them puts them away. */
export function Checklist() {
  const { t } = useTranslation('home');
  const may = useMay();
  const [hidden, setHidden] = useState(() => readKept(HIDDEN) !== null);
  const wanted = may('mailings:write') && !hidden;
  const facts = useFacts(wanted);
  if (!wanted || !facts) return null;
  const steps = stepsOf(facts);
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  const hide = () => {
    writeKept(HIDDEN, 'yes');
    setHidden(true);
  };
  return (
    <Card component="section" aria-labelledby="home-steps">
      <div className={classes.ring}>
        <RingProgress
          size={36}
          thickness={5}
          roundCaps
          sections={[{ value: (100 * done) / steps.length, color: 'var(--pr-green)' }]}
          aria-hidden
        />
        <div>
          <h2 id="home-steps">{t('steps.title')}</h2>
          <span className="pr-small pr-quiet">
            {next ? t('steps.done', { done, all: steps.length }) : t('steps.allDone')}
          </span>
        </div>
        <CloseButton className={classes.hide} aria-label={t('steps.hide')} title={t('steps.hide')} onClick={hide} />
      </div>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <Line key={step.name} step={step} next={step === next} />
        ))}
      </ol>
    </Card>
  );
}

function Line({ step, next }: { step: Step; next: boolean }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const values: Record<string, string | number> = { ...step.values };
  for (const [key, value] of Object.entries(step.values)) {
    if (typeof value === 'number') values[`${key}Number`] = format.count(value);
  }
  return (
    <li data-done={step.done || undefined} data-next={next || undefined}>
      <span className={classes.tick}>
        {step.done && <IconCheck size={14} stroke={2.5} role="img" aria-label={t('steps.ticked')} />}
      </span>
      <span className={classes.name}>
        <b>{t(`steps.${step.name}.title`)}</b>
        <span className={`pr-small pr-quiet ${classes.short}`}>{t(`steps.${step.name}.${step.said}`, values)}</span>
      </span>
      {next && (
        <Button component={Link} to={step.path} {...({ search: step.search } as object)} size="xs">
          {t(`steps.${step.name}.do`)}
        </Button>
      )}
    </li>
  );
}
