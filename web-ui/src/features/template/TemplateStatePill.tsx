import { IconCircleCheck, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Pill } from '@/components';
import type { Schema } from '@/lib/api';

/** Whether a template may be sent. */
export function TemplateStatePill({ state }: { state: Schema<'TemplateState'> }) {
  const { t } = useTranslation('template');
  return state === 'ready' ? (
    <Pill meaning="green" icon={IconCircleCheck}>
      {t('state.ready')}
    </Pill>
  ) : (
    <Pill meaning="outlined" icon={IconPencil}>
      {t('state.draft')}
    </Pill>
  );
}
