import { ActionIcon, Button, Card, RingProgress, Tooltip } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import classes from './Checklist.module.css';
import type { Step } from './steps';
import type { ChecklistState } from './useChecklist';

/** The five steps of a first mailing; they tick themselves, and the card goes when all are done. */
export function Checklist({ steps, hide, welcome = false }: ChecklistState & { welcome?: boolean }) {
  const { t } = useTranslation('home');
  const may = useMay();
  if (!steps) return null;
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  const title = t('steps.title');
  return (
    <Card component="section" aria-label={title} className={classes.card} data-welcome={welcome || undefined}>
      <div className={classes.head}>
        <RingProgress
          size={36}
          thickness={5}
          roundCaps
          sections={done > 0 ? [{ value: (100 * done) / steps.length, color: 'var(--pr-green)' }] : []}
          aria-hidden
        />
        <div className={classes.words}>
          <h2>{title}</h2>
          <span className="pr-small pr-quiet">
            {welcome ? t('steps.welcome') : t('steps.done', { done, all: steps.length })}
          </span>
        </div>
        <Tooltip label={t('steps.hide')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('steps.hide')} onClick={hide}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <ol className={classes.steps}>
        {steps.map((step, i) => (
          <li key={step.name} data-done={step.done || undefined} aria-current={step === next ? 'step' : undefined}>
            <Line step={step} number={i + 1} next={step === next} />
          </li>
        ))}
      </ol>
      {welcome && may('rehearsal:write') && (
        <p className={classes.demo}>
          {t('steps.demo')} <Link to="/setup">{t('steps.demoDo')}</Link>
        </p>
      )}
    </Card>
  );
}

function Line({ step, number, next }: { step: Step; number: number; next: boolean }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { name, done, said, words, path, search } = step;
  const count = words.count ?? 0;
  return (
    <>
      <span className={classes.tick}>
        {done ? <IconCheck size={14} stroke={2.5} role="img" aria-label={t('steps.ticked')} /> : number}
      </span>
      <span className={classes.words}>
        <b>{t(`steps.${name}.title`)}</b>
        <span className="pr-small pr-quiet pr-long">
          {t(`steps.${name}.${said}`, {
            ...words,
            name: `\u2068${words.name ?? ''}\u2069`,
            count,
            number: format.count(count),
          })}
        </span>
      </span>
      {next && (
        <Button
          className={classes.do}
          component={Link}
          to={path}
          {...(search ? ({ search } as object) : {})}
          size="xs"
          variant="filled"
        >
          {t(`steps.${name}.do.${said}`)}
        </Button>
      )}
    </>
  );
}
