import i18next, { type i18n } from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import { readKept, writeKept } from '../kept';

export type Language = 'en' | 'ru';
export const LANGUAGES: Language[] = ['en', 'ru'];
/** Texts by namespace. */
export type Catalog = Record<string, Record<string, unknown>>;
/** Loads all texts of a language; they are one chunk each. */
export type Catalogs = Record<Language, () => Promise<Catalog>>;

const KEY = 'language';
let catalogs: Catalogs;

function isLanguage(value: string | null | undefined): value is Language {
  return value === 'en' || value === 'ru';
}

/** The language that was chosen in this browser, else the browser's own. */
export function firstLanguage(): Language {
  const kept = readKept(KEY);
  if (isLanguage(kept)) return kept;
  return navigator.languages.some((language) => language.toLowerCase().startsWith('ru')) &&
    !navigator.languages[0]?.toLowerCase().startsWith('en')
    ? 'ru'
    : 'en';
}

async function load(language: Language): Promise<void> {
  const texts = await catalogs[language]();
  for (const [namespace, words] of Object.entries(texts)) {
    i18next.addResourceBundle(language, namespace, words, true, true);
  }
}

/** Begins with the texts of one language. */
export async function startI18n(all: Catalogs, language: Language = firstLanguage()): Promise<i18n> {
  catalogs = all;
  await i18next
    .use(new ICU())
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      ns: [],
      defaultNS: 'kit',
      resources: {},
      interpolation: { escapeValue: false },
      react: { useSuspense: false, bindI18nStore: 'added' },
      returnNull: false,
    });
  await load(language);
  document.documentElement.lang = language;
  return i18next;
}

/** Changes the language of this browser at once. */
export async function speak(language: Language): Promise<void> {
  writeKept(KEY, language);
  if (i18next.language === language) return;
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
