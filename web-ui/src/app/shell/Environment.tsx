import { Popover, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '@/lib/api';
import classes from './Shell.module.css';

/** LIVE or REHEARSAL in words; over a rehearsal a violet line as well. */
export function Environment() {
  const { t } = useTranslation('shell');
  const { me } = useSession();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!me) return null;
  const word = me.environment;
  const name = t(`environment.${word}`);
  return (
    <>
      {word === 'rehearsal' && <div className={classes.line} aria-hidden />}
      <Popover opened={open} onChange={setOpen} position="bottom-end" width={300} trapFocus returnFocus shadow="md">
        <Popover.Target>
          <UnstyledButton
            className={classes.environment}
            data-word={word}
            aria-label={t('environment.open', { name })}
            onClick={() => setOpen(!open)}
          >
            {name}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <p className={classes.why}>{t(`environment.${word}Why`)}</p>
          {may('senders:read') && (
            <Link to="/senders" onClick={() => setOpen(false)}>
              {t('senders')}
            </Link>
          )}
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
