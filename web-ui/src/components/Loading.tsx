import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './EmptyState.module.css';

/** While a screen, or a part of it, is asked for the first time; what comes at once shows no flicker. */
export function Loading() {
  const { t } = useTranslation('kit');
  return (
    <Center className={classes.loading ?? ''} role="status">
      <Loader size="sm" aria-hidden />
      <span className="pr-hidden">{t('list.loading')}</span>
    </Center>
  );
}
