import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Pill } from '@/components';
import type { Schema } from '@/lib/api';
import classes from './template.module.css';

interface CounterProps {
  preview: Schema<'Preview'> | undefined;
  /** Whose message it is. */
  who: string;
  /** Characters of the template. */
  length: number;
}

/** How long the message of the shown person is. */
export function Counter({ preview, who, length }: CounterProps) {
  const { t } = useTranslation('template');
  return (
    <div className={`${classes.count} pr-numbers`} role="status">
      {preview?.parts ? (
        <>
          {preview.encoding === 'ucs2' ? (
            <Pill meaning="amber" icon={IconAlertTriangle}>
              {t('count.ucs2')}
            </Pill>
          ) : (
            <Pill meaning="green" icon={IconCheck}>
              {t('count.gsm7')}
            </Pill>
          )}
          <span>
            {t('count.units', { units: preview.units ?? 0, of: (preview.units ?? 0) + (preview.unitsLeft ?? 0) })}
          </span>
          <b>{t('count.parts', { count: preview.parts.length })}</b>
          <span className="pr-quiet pr-long">{t('count.as', { who })}</span>
        </>
      ) : (
        <span className="pr-quiet">{t('count.written', { count: length })}</span>
      )}
    </div>
  );
}
