import type { Catalog, Catalogs } from '@/lib/i18n';

type Texts = Record<string, unknown>;
type Files = Record<string, () => Promise<Texts>>;
const kit: Files = import.meta.glob<Texts>('../components/i18n/*.json', { import: 'default' });
const shell: Files = import.meta.glob<Texts>('./i18n/*.json', { import: 'default' });
const names: Files = import.meta.glob<Texts>('../features/*/i18n/names.*.json', { import: 'default' });
const common: Files = import.meta.glob<Texts>('../lib/i18n/problems.*.json', { import: 'default' });
const words: Files = import.meta.glob<Texts>('../features/*/i18n/{en,ru}.json', { import: 'default' });
const problems: Files = import.meta.glob<Texts>('../features/*/i18n/problems.*.json', { import: 'default' });

const folder = (path: string) => path.split('/')[2] ?? '';
const speaks = (path: string, language: string) =>
  path.endsWith(`/${language}.json`) || path.endsWith(`.${language}.json`);

async function read(found: Catalog, files: Files, language: string, namespace: (path: string) => string) {
  const mine = Object.entries(files).filter(([path]) => speaks(path, language));
  for (const [path, load] of mine) {
    const name = namespace(path);
    found[name] = { ...found[name], ...(await load()) };
  }
}

/** What stands on every screen: kit, shell, the names of all screens and the sentences for the server's common codes. */
async function everywhere(language: string): Promise<Catalog> {
  const found: Catalog = { problems: {} };
  await read(found, kit, language, () => 'kit');
  await read(found, shell, language, () => 'shell');
  await read(found, names, language, folder);
  await read(found, common, language, () => 'problems');
  return found;
}

/** What one feature says: its screens' words and the sentences for the codes of its operations. */
async function of(feature: string, language: string): Promise<Catalog> {
  const mine = (files: Files) => Object.fromEntries(Object.entries(files).filter(([path]) => folder(path) === feature));
  const found: Catalog = {};
  await read(found, mine(words), language, folder);
  await read(found, mine(problems), language, () => 'problems');
  return found;
}

export const catalogs: Catalogs = { everywhere, of };
