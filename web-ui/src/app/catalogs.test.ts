import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import type { Catalog, Language } from '@/lib/i18n';
import { catalogs } from './catalogs';

type Texts = Record<string, unknown>;

type Parts = ReturnType<IntlMessageFormat['getAst']>;

function flat(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value as object, `${path}${key}.`),
  );
}

/** Names of everything that is put into a text, and how it counts. */
function wanted(parts: Parts): string[] {
  return parts.flatMap((part) => {
    if (!('value' in part) || part.type === 0) return [];
    const inner = 'options' in part ? Object.values(part.options).flatMap((option) => wanted(option.value)) : [];
    return [part.value, ...inner];
  });
}

function plurals(parts: Parts): string[][] {
  return parts.flatMap((part) =>
    'options' in part && 'pluralType' in part
      ? [Object.keys(part.options), ...Object.values(part.options).flatMap((option) => plurals(option.value))]
      : [],
  );
}

const features = [
  ...new Set(Object.keys(import.meta.glob('../features/*/i18n/*.json')).map((path) => path.split('/')[2] ?? '')),
];

/** Everything that is said in a language. */
async function all(language: Language): Promise<Catalog> {
  const found = await catalogs.everywhere(language);
  for (const feature of features) {
    for (const [space, texts] of Object.entries(await catalogs.of(feature, language))) {
      found[space] = merged(found[space] ?? {}, texts);
    }
  }
  return found;
}

function merged(one: Texts, other: Texts): Texts {
  const found: Texts = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = found[key];
    const deeper = typeof value === 'object' && typeof before === 'object';
    if (before !== undefined && !deeper) throw new Error(`${key} is said twice: ${JSON.stringify(value)}`);
    found[key] = deeper ? merged(before as Texts, value as Texts) : value;
  }
  return found;
}

const english = await all('en');
const russian = await all('ru');
const spaces = Object.keys(english).filter((space) => space !== 'problems');
const ast = (text: string, language: string) => new IntlMessageFormat(text, language).getAst();

describe('the texts', () => {
  it('are there in both languages', () => {
    expect(Object.keys(russian).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(spaces)('of %s have the same keys in both languages', (space) => {
    const keys = (texts: object) => flat(texts).map(([key]) => key);
    expect(keys(russian[space] ?? {}).sort()).toEqual(keys(english[space] ?? {}).sort());
  });

  it.each(spaces)('of %s are put together from the same values', (space) => {
    const other = new Map(flat(russian[space] ?? {}));
    for (const [key, text] of flat(english[space] ?? {})) {
      const values = (parts: Parts) => [...new Set(wanted(parts))].sort();
      expect([key, values(ast(other.get(key) ?? '', 'ru'))]).toEqual([key, values(ast(text, 'en'))]);
    }
  });

  it('know every form of a Russian plural', () => {
    for (const [space, texts] of Object.entries(russian)) {
      for (const [key, text] of flat(texts)) {
        for (const forms of plurals(ast(text, 'ru'))) {
          expect([space, key, forms]).toEqual([space, key, expect.arrayContaining(['one', 'few', 'many', 'other'])]);
        }
      }
    }
  });

  it('have no straight quotes, three dots or capitals of politeness in Russian', () => {
    for (const [space, texts] of Object.entries(russian)) {
      for (const [key, text] of flat(texts)) {
        expect([space, key, text]).toEqual([space, key, expect.not.stringMatching(/"|\.\.\.|(?<=[^.!?«\n] )Вы\b/)]);
      }
    }
  });
});
