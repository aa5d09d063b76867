import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DataTable.module.css';

/** How many are selected and what can be done with them; at the foot, over the list. */
export function SelectionBar({
  count,
  deselect,
  children,
}: {
  count: number;
  deselect: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('kit');
  return (
    <div className={classes.selection} role="region" aria-label={t('list.selected', { count })}>
      <b>{t('list.selected', { count })}</b>
      {children}
      <Button variant="subtle" onClick={deselect}>
        {t('list.deselect')}
      </Button>
    </div>
  );
}
