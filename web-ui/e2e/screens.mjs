// Every screen with data, in both languages, themes and widths: what breaks WCAG 2.2 AA, scrolls sideways on a phone, says an
// error, or shows the name of a text in place of the text. To be run after tutorial.mjs, whose list and mailing it looks at.
//   node e2e/screens.mjs --url http://127.0.0.1:8080 --password … [--only /senders] --out target/screens
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { idsOf, makeAwkward } from './awkward.mjs';
import { call, faultsOf, launch, logIn, options, requestsOf, settled, walk } from './browser.mjs';
import { englishIn, namesOfTexts } from './words.mjs';

const given = options({ only: { type: 'string', default: '' } });
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LOOKS = [1280, 390].flatMap((width) => ['light', 'dark'].map((theme) => ({ width, theme })));
const features = fileURLToPath(new URL('../src/features/', import.meta.url));
const browser = await launch();
let page;

/** The paths that the features' routes name, as they stand there. */
function patterns() {
  const files = readdirSync(features)
    .map((feature) => join(features, feature, 'routes.tsx'))
    .filter((file) => existsSync(file));
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bpath: '([^']+)'/g)].map((found) => found[1]),
  );
}

/** A pattern with real ids in it; one path for each of the objects that its last id may be. */
function filled(pattern, ids) {
  const steps = pattern.split('/');
  const of = (i) => ids[steps[i - 1]] ?? assert.fail(`awkward.mjs must say an id for ${pattern}`);
  const last = steps.findLastIndex((step) => step.startsWith('$'));
  const put = (at) => steps.map((step, i) => (step.startsWith('$') ? of(i)[i === last ? at : 0] : step)).join('/');
  return last < 0 ? [pattern] : of(last).map((_id, at) => put(at));
}

async function person(language) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce' });
  await context.addInitScript((word) => {
    if (location.protocol.startsWith('http')) localStorage.setItem('postrider.language', word);
  }, language);
  // Nothing is there at /nowhere, and nobody is logged in at first.
  const faults = faultsOf(context, /status of (401|404)/);
  const shown = await context.newPage();
  const waiting = requestsOf(shown);
  shown.setDefaultTimeout(15_000);
  return { language, page: shown, faults, waiting, wrong: [], looks: 0 };
}

async function lookAt(one, name) {
  for (const { width, theme } of LOOKS) {
    await one.page.setViewportSize({ width, height: 860 });
    await one.page.emulateMedia({ colorScheme: theme });
    await settled(one);
    const where = `${name} (${one.language}, ${width}, ${theme})`;
    const wide = await one.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) one.wrong.push(`${where}: scrolls sideways by ${wide} px`);
    const axe = new AxeBuilder({ page: one.page }).setLegacyMode();
    // A theme changes colours and nothing else.
    const found = await (theme === 'light' ? axe.withTags(TAGS) : axe.withRules(['color-contrast'])).analyze();
    for (const rule of found.violations) {
      const places = rule.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`);
      one.wrong.push(`${where}: ${rule.id} (${rule.nodes.length}): ${places.join('; ')}`);
    }
    one.looks += 1;
  }
  const raw = await one.page.evaluate(namesOfTexts);
  if (raw.length > 0) one.wrong.push(`${name} (${one.language}): texts without words: ${raw.join(', ')}`);
  if (one.language === 'ru') {
    const english = await englishIn(one.page);
    if (english.length > 0) one.wrong.push(`${name} (ru): English: ${english.join(' | ')}`);
  }
}

/** A screen, and each of its tabs. */
async function visit(one, path) {
  await one.page.setViewportSize({ width: 1280, height: 860 });
  await one.page.goto(given.url.replace(/\/$/, '') + path);
  await settled(one);
  await lookAt(one, path);
  const tabs = one.page.locator('main [role=tab][aria-selected=false]');
  const names = await tabs.allInnerTexts();
  for (const name of names) {
    await one.page.setViewportSize({ width: 1280, height: 860 });
    await one.page.getByRole('tab', { name, exact: true }).click();
    await settled(one);
    await lookAt(one, `${path} ${name}`);
  }
}

async function paths() {
  const ids = await idsOf(page);
  const run = (await call(page, 'GET', `mailings/${ids.mailings[1]}`)).id;
  const steps = ['audience', 'message', 'schedule', 'check'].map((step) => `/mailings/${run}/edit?step=${step}`);
  const all = [...patterns().flatMap((pattern) => filled(pattern, ids)), ...steps, '/nowhere'];
  return all.filter((path) => given.only === '' || path === given.only || path.startsWith(`${given.only}/`));
}

async function prepare() {
  const context = await browser.newContext({ locale: 'en' });
  page = await context.newPage();
  await page.goto(given.url);
  await logIn(page, given);
  await page.locator('#content').waitFor();
  await makeAwkward(page, given);
  const users = await call(page, 'GET', 'users?limit=200');
  if (users.items.some((user) => user.login === 'Иван')) return;
  await call(page, 'POST', 'users', { login: 'Иван', password: given.password, role: 'admin', language: 'ru' });
}

async function everyScreen() {
  const all = await paths();
  const people = [await person('en'), await person('ru')];
  const go = async (one) => {
    await one.page.goto(given.url);
    await settled(one);
    await lookAt(one, 'login');
    await logIn(one.page, { ...given, login: one.language === 'ru' ? 'Иван' : given.login });
    await one.page.locator('#content').waitFor();
    for (const path of all) await visit(one, path);
  };
  await Promise.all(people.map(go));
  console.log(`${people[0].looks + people[1].looks} looks at ${all.length} paths`);
  const wrong = people.flatMap((one) => [...one.wrong, ...one.faults.map((fault) => `${one.language} ${fault}`)]);
  assert.equal(wrong.length, 0, `\n${wrong.join('\n')}`);
}

await walk(browser, () => page, given, [prepare, everyScreen], 'Every screen was looked at.');
