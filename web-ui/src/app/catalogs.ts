import type { Catalog, Catalogs } from '@/lib/i18n';

type Texts = Record<string, unknown>;
const kit = import.meta.glob<Texts>('../components/i18n/*.json', { import: 'default' });
const shell = import.meta.glob<Texts>('./i18n/*.json', { import: 'default' });
const features = import.meta.glob<Texts>('../features/*/i18n/{en,ru}.json', { import: 'default' });
const problems = import.meta.glob<Texts>(['../features/*/i18n/problems.*.json', '../lib/i18n/problems.*.json'], {
  import: 'default',
});

/** Namespaces of a language: kit, shell, one a feature, and the sentences for the server's codes of all features together. */
async function catalog(language: string): Promise<Catalog> {
  const found: Catalog = { problems: {} };
  const load = async (files: Record<string, () => Promise<Texts>>, namespace: (path: string) => string) => {
    const mine = Object.entries(files).filter(
      ([path]) => path.endsWith(`/${language}.json`) || path.endsWith(`.${language}.json`),
    );
    for (const [path, read] of mine) {
      const name = namespace(path);
      found[name] = { ...found[name], ...(await read()) };
    }
  };
  await load(kit, () => 'kit');
  await load(shell, () => 'shell');
  await load(features, (path) => path.split('/')[2] ?? '');
  await load(problems, () => 'problems');
  return found;
}

export const catalogs: Catalogs = { en: () => catalog('en'), ru: () => catalog('ru') };
