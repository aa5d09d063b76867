import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './DataTable.module.css';
import type { Pages } from './usePages';

/** Previous and next; a list that fits one page shows neither. */
export function Pager<T>({ pages }: { pages: Pages<T> }) {
  const { t } = useTranslation('kit');
  if (!pages.next && !pages.previous) return null;
  return (
    <nav className={classes.pager} aria-label={t('list.pages')}>
      <Button
        disabled={!pages.previous}
        onClick={pages.previous}
        leftSection={<IconChevronLeft size={16} aria-hidden />}
      >
        {t('list.previous')}
      </Button>
      <Button disabled={!pages.next} onClick={pages.next} rightSection={<IconChevronRight size={16} aria-hidden />}>
        {t('list.next')}
      </Button>
    </nav>
  );
}
