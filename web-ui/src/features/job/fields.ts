import { useTranslation } from 'react-i18next';
import type { Schema } from '@/lib/api';

/** Fields that every database has and that a file can fill. */
export const STANDARD = [
  '_fname',
  '_lname',
  'email',
  'phones',
  '_bdate',
  '_sex',
  '_city',
  '_region',
  '_postal_code',
  '_country',
  '_tz',
  '_regdate',
  '_vendor',
] as const;

export type StandardName = (typeof STANDARD)[number];

export function isStandard(name: string): name is StandardName {
  return (STANDARD as readonly string[]).includes(name);
}

/** How people call a field of the database. */
export function useFieldNames(database: Schema<'Database'> | undefined): (name: string) => string {
  const { t } = useTranslation('job');
  return (name) => {
    const own = database?.fields.find((field) => field.name === name);
    if (own) return own.label || own.name;
    if (name === '_id') return t('match.profile_id');
    return isStandard(name) ? t(`standard.${name}`) : name;
  };
}
