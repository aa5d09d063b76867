// After vite: compresses what is served, lists it for the server, and fails when the first page is too heavy.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const MOST = 250 * 1000;
const FORBIDDEN_AT_FIRST = ['charts', 'editor'];
const web = fileURLToPath(new URL('../target/classes/web/', import.meta.url));
const list = join(web, 'manifest.json');
const manifest = JSON.parse(readFileSync(list, 'utf8'));
rmSync(list);

function files(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

const served = files(web)
  .map((path) => relative(web, path).split(sep).join('/'))
  .filter((path) => !path.endsWith('.gz') && path !== 'files.txt')
  .sort();
const sizes = new Map();
for (const path of served) {
  const bytes = readFileSync(join(web, path));
  const small = gzipSync(bytes, { level: 9 });
  sizes.set(path, small.length);
  // The page itself changes with each request, so it is compressed by nobody.
  if (path !== 'index.html') writeFileSync(join(web, `${path}.gz`), small);
}
writeFileSync(join(web, 'files.txt'), `${served.join('\n')}\n`);

// The first page: the entry with everything it imports at once, and one language.
const first = new Set();
function add(key) {
  const chunk = manifest[key];
  if (!chunk || first.has(chunk.file)) return;
  first.add(chunk.file);
  for (const imported of chunk.imports ?? []) add(imported);
}
add('index.html');
const languages = served.filter((path) => /assets\/language-\w+-[\w-]+\.js$/.test(path));
const language = languages.sort((a, b) => sizes.get(b) - sizes.get(a))[0];
if (language) first.add(language);

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
for (const path of served.filter((name) => name.endsWith('.js') || name.endsWith('.css'))) {
  console.log(`${first.has(path) ? 'first ' : 'later '} ${kB(sizes.get(path)).padStart(10)}  ${path}`);
}
const sum = [...first].filter((path) => path.endsWith('.js')).reduce((total, path) => total + sizes.get(path), 0);
console.log(`first page: ${kB(sum)} of JavaScript, ${kB(MOST)} at most`);
const wrong = [...first].filter((path) => FORBIDDEN_AT_FIRST.some((name) => path.includes(`/${name}-`)));
if (wrong.length > 0) {
  console.error(`charts and editor must not be in the first page: ${wrong.join(', ')}`);
  process.exit(1);
}
if (sum > MOST) {
  console.error('The first page is too heavy; load what not every screen needs by import().');
  process.exit(1);
}
