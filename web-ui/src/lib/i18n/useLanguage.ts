import { useTranslation } from 'react-i18next';
import type { Language } from '.';

/** The language of the screens now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'ru' ? 'ru' : 'en';
}
