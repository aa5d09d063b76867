// The stand-alone simulator's own page: every view in both languages, themes and widths, its keys, and what it does to a message
// that looks like HTML. To be run against a simulator that has got messages, such as after tutorial.mjs.
//   node e2e/simulator.mjs --url http://127.0.0.1:8775 [--only sessions] --out target/simulator
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { faultsOf, launch, options, requestsOf, settled, walk } from './browser.mjs';
import { namesOfTexts } from './words.mjs';

const given = options({
  url: { type: 'string', default: 'http://127.0.0.1:8775' },
  only: { type: 'string', default: '' },
});
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const VIEWS = ['messages', 'phones', 'sessions', 'faults', 'help'];
const LOOKS = [1280, 390].flatMap((width) => ['light', 'dark'].map((theme) => ({ width, theme })));
const browser = await launch();
const context = await browser.newContext({
  viewport: { width: 1280, height: 860 },
  locale: 'en',
  reducedMotion: 'reduce',
});
const faults = faultsOf(context, /status of 404/);
const page = await context.newPage();
page.setDefaultTimeout(15_000);
const waiting = requestsOf(page);
page.on('dialog', (dialog) => assert.fail(`a message opened a window: ${dialog.message()}`));

const base = new URL('.', `${given.url}/`).href;
const list = () => page.getByRole('list', { name: /Messages, newest first|Сообщения, сначала новые/ });
const hash = () => new URL(page.url()).hash;

async function open(view) {
  await page.goto('about:blank');
  await page.goto(`${base}#/${view}`);
  await settled({ page, waiting });
}

/** Text sizes, colours and names as axe sees them; nothing scrolls sideways; no text is shown by its name. */
async function look(name, theme) {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (theme === 'light' ? axe.withTags(TAGS) : axe.withRules(['color-contrast'])).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`),
  );
  assert.deepEqual(found, [], name);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(sideways <= 0, `${name} scrolls ${sideways} px sideways`);
  assert.deepEqual(await page.evaluate(namesOfTexts), [], name);
}

async function texts() {
  await open('help');
  const found = await page.evaluate(async () => (await import('./words.js')).disagreements());
  assert.deepEqual(found, [], 'the texts of both languages');
}

async function looks() {
  const first = await page.evaluate(async () => (await (await fetch('api/v1/messages?limit=1')).json()).items[0]);
  assert.ok(first, 'the simulator has got a message');
  const session = await page.evaluate(async () => (await (await fetch('api/v1/sessions')).json()).items[0]?.id);
  const deep = [
    `messages?id=${first.id}`,
    `phones?phone=${encodeURIComponent(first.phone)}`,
    session && `sessions?id=${session}`,
  ];
  const shown = [...VIEWS, ...deep.filter(Boolean)].filter((view) => view.startsWith(given.only));
  for (const language of ['EN', 'RU']) {
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.getByRole('button', { name: language, exact: true }).click();
    for (const { width, theme } of LOOKS) {
      await page.setViewportSize({ width, height: 860 });
      await page.emulateMedia({ colorScheme: theme });
      for (const view of shown) {
        await open(view);
        await look(`${view} ${language} ${width} ${theme}`, theme);
        const file = `${view.replace(/\W+/g, '-')}-${language}-${width}-${theme}.png`;
        await page.screenshot({ path: join(given.out, file) });
      }
    }
  }
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.getByRole('button', { name: 'EN', exact: true }).click();
}

/** Waits for a view; its heading stands when its keys are heard. */
async function shows(view) {
  await page.waitForFunction((one) => location.hash.split('?')[0] === `#/${one}`, view);
  await settled({ page, waiting });
}

async function keys() {
  await open('messages');
  await list().getByRole('link').first().waitFor();
  const before = hash();
  await page.keyboard.press('j');
  await page.waitForFunction((was) => location.hash !== was, before);
  assert.match(hash(), /id=/);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-current')), 'true');
  for (const [index, view] of VIEWS.entries()) {
    await page.keyboard.press(String(index + 1));
    await shows(view);
  }
  await page.keyboard.press('1');
  await shows('messages');
  await list().getByRole('link').first().waitFor();
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement.type === 'search');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function octets() {
  await open('messages');
  const row = page.getByRole('row', { name: /destination_addr/ });
  await row.focus();
  const length = await row.evaluate(
    (element) => element.querySelectorAll('.lit-row').length || element.classList.contains('lit-row'),
  );
  assert.ok(length, 'the field is marked');
  assert.ok((await page.locator('.dump .lit').count()) > 1, 'its octets are lit');
}

async function places() {
  await open('messages');
  await list().getByRole('link').nth(1).click();
  const chosen = hash();
  await page.reload();
  await page.locator('h1').waitFor();
  assert.equal(hash(), chosen, 'reload keeps the message');
  await page.keyboard.press('4');
  await page.goBack();
  assert.equal(hash(), chosen, 'so does the way back');
}

async function behaviour() {
  await open('faults');
  const field = page.getByRole('spinbutton', { name: 'Throttle above' });
  const was = await field.inputValue();
  await field.fill('77');
  await field.press('Tab');
  await page.waitForFunction(async () => (await (await fetch('api/v1/behaviour')).json()).faults.throttle === 77);
  await page.locator('.control.changed', { hasText: 'Throttle above' }).waitFor();
  await field.fill(was);
  await field.press('Tab');
  await page.waitForFunction(
    async (before) => (await (await fetch('api/v1/behaviour')).json()).faults.throttle === before,
    Number(was),
  );
}

function quiet() {
  assert.deepEqual(faults, [], 'errors in the console');
}

await walk(
  browser,
  () => page,
  given,
  [texts, looks, keys, octets, places, behaviour, quiet],
  'The page of the simulator is well.',
);
