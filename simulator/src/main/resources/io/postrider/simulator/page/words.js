import { english } from './words.en.js';
import { russian } from './words.ru.js';

export const LANGUAGES = ['en', 'ru'];
const CATALOGS = { en: english, ru: russian };
const STORED = 'simulator.language';

let language = 'en';
let plural = new Intl.PluralRules('en');
let digits = new Intl.NumberFormat('en');

function stored() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** Takes the language chosen earlier, else the browser's. */
export function beginLanguage() {
  const wished = stored() ?? navigator.language.slice(0, 2);
  speak(LANGUAGES.includes(wished) ? wished : 'en');
}

export function chooseLanguage(chosen) {
  try {
    localStorage.setItem(STORED, chosen);
  } catch {
    // It is then chosen until the page is closed.
  }
  speak(chosen);
}

function speak(chosen) {
  language = chosen;
  plural = new Intl.PluralRules(chosen);
  digits = new Intl.NumberFormat(chosen);
  document.documentElement.lang = chosen;
}

export const spoken = () => language;

/**
 * The words of a text in the language of the page.
 *
 * @param {string} name
 * @param {object} [values] what is put in the place of {…}; `n` also chooses the plural form; `count` is shown for {n} if given
 */
export function say(name, values = {}) {
  let text = CATALOGS[language][name] ?? english[name] ?? name;
  if (typeof text === 'object') text = text[plural.select(values.n)] ?? text.other;
  return text.replace(/\{(\w+)\}/g, (all, key) => (key in values ? shown(values[key]) : all));
}

const shown = (value) => (typeof value === 'number' ? digits.format(value) : String(value));

/** Whether there are words of this name. */
export const hasWords = (name) => name in english;

/** What one language has and another has not: names, plural forms, and the gaps to be filled. Empty when all is well. */
export function disagreements() {
  const found = [];
  const names = new Set(LANGUAGES.flatMap((each) => Object.keys(CATALOGS[each])));
  for (const name of names) {
    for (const each of LANGUAGES) {
      if (!(name in CATALOGS[each])) found.push(`${each}: ${name} is missing`);
    }
    if (name in english && name in russian) found.push(...compared(name));
  }
  return found;
}

function compared(name) {
  const found = [];
  const gaps = (text) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g))].sort().join(' ');
  if (gaps(english[name]) !== gaps(russian[name])) found.push(`${name}: other gaps`);
  if (typeof english[name] !== typeof russian[name]) found.push(`${name}: plural forms in one language only`);
  for (const each of LANGUAGES) {
    const text = CATALOGS[each][name];
    const forms = new Intl.PluralRules(each).resolvedOptions().pluralCategories;
    if (typeof text === 'object') {
      found.push(...forms.filter((form) => !(form in text)).map((form) => `${each}: ${name} lacks ${form}`));
    }
  }
  return found;
}
