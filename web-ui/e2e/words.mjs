// Texts that should not be there: names of texts in place of their words, and English on a Russian screen.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../src/', import.meta.url));

/** In the page: what looks like `list.title` or `sender:list.title`, other than where people's own words stand. */
export function namesOfTexts() {
  const like = /^([a-z]+:)?[a-z][A-Za-z]*(\.[A-Za-z][\w-]*)+$/;
  const own = 'code, bdi, [translate=no], .pr-mono, .pr-long, .cm-content, script, style';
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (like.test(node.data.trim()) && !node.parentElement.closest(own)) found.push(node.data.trim());
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
    for (const name of ['aria-label', 'placeholder', 'title']) {
      const text = element.getAttribute(name) ?? '';
      if (like.test(text)) found.push(text);
    }
  }
  return [...new Set(found)];
}

function texts(value) {
  return typeof value === 'string' ? [value] : Object.values(value).flatMap(texts);
}

/** Sentences of the English catalogs which no Russian catalog has too; those with gaps in them are left out. */
function english() {
  const folders = [
    join(source, 'app/i18n'),
    join(source, 'components/i18n'),
    ...readdirSync(join(source, 'features')).map((feature) => join(source, 'features', feature, 'i18n')),
  ];
  const read = (language) =>
    folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file === `${language}.json` || file === `names.${language}.json`)
        .flatMap((file) => texts(JSON.parse(readFileSync(join(folder, file), 'utf8')))),
    );
  const russian = new Set(read('ru'));
  return read('en').filter((text) => /[A-Za-z]{3}/.test(text) && !text.includes('{') && !russian.has(text));
}

const ENGLISH = english();

/** What stands on the Russian page word for word as in the English catalogs, other than people's own words. */
export function englishIn(page) {
  return page.evaluate((sentences) => {
    const all = new Set(sentences);
    const own = 'code, bdi, [translate=no], [lang=en], .pr-mono, .pr-long, .cm-content, script, style';
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (all.has(node.data.trim()) && !node.parentElement.closest(own)) found.push(node.data.trim());
    }
    for (const element of document.querySelectorAll('[aria-label]')) {
      if (all.has(element.getAttribute('aria-label'))) found.push(element.getAttribute('aria-label'));
    }
    return [...new Set(found)];
  }, ENGLISH);
}
