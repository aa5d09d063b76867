import { Button } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../EmptyState';

/** The list has entries, but none that fits. */
export function NoHits({ clear }: { clear: () => void }) {
  const { t } = useTranslation('kit');
  return (
    <EmptyState
      icon={IconSearchOff}
      title={t('list.noHits')}
      action={<Button onClick={clear}>{t('list.clearAll')}</Button>}
    >
      {t('list.noHitsWhy')}
    </EmptyState>
  );
}
