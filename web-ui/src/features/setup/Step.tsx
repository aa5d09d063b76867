import { Card } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './setup.module.css';

interface StepProps {
  number: number;
  title: string;
  done: boolean;
  children: ReactNode;
}

/** One step with its number, or with a tick when it is done. */
export function Step({ number, title, done, children }: StepProps) {
  const { t } = useTranslation('setup');
  return (
    <li>
      <Card className={classes.step}>
        <span className={classes.number} data-done={done || undefined}>
          {done ? <IconCheck size={16} stroke={2.5} role="img" aria-label={t('done')} /> : number}
        </span>
        <div className={classes.body}>
          <h2>{title}</h2>
          {children}
        </div>
      </Card>
    </li>
  );
}
