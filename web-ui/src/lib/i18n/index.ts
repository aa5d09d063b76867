import i18next, { type i18n } from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import { readKept, writeKept } from '../kept';

export type Language = 'en' | 'ru';
export const LANGUAGES: Language[] = ['en', 'ru'];
/** Texts by namespace. */
export type Catalog = Record<string, Record<string, unknown>>;
/** Where texts come from; what stands everywhere is one chunk a language, and so is each feature. */
export interface Catalogs {
  everywhere: (language: Language) => Promise<Catalog>;
  of: (feature: string, language: Language) => Promise<Catalog>;
}

const KEY = 'language';
let catalogs: Catalogs;
const opened = new Set<string>();

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

function add(language: Language, texts: Catalog): void {
  for (const [namespace, words] of Object.entries(texts)) {
    i18next.addResourceBundle(language, namespace, words, true, true);
  }
}

async function load(language: Language): Promise<void> {
  const features = [...opened].map((feature) => catalogs.of(feature, language));
  const found = await Promise.all([catalogs.everywhere(language), ...features]);
  for (const texts of found) add(language, texts);
}

/** The words of a feature, in the language of now; a screen waits for them as it waits for its own file. */
export async function learn(feature: string): Promise<void> {
  if (opened.has(feature)) return;
  const language = i18next.language as Language;
  add(language, await catalogs.of(feature, language));
  // Somebody may have changed the language meanwhile, which knew nothing of this feature yet.
  if (i18next.language === language) opened.add(feature);
  else await learn(feature);
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
