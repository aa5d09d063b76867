// The tutorial's five steps by keyboard alone, on an empty installation: no mouse, and every stop of the focus is seen.
//   node e2e/keyboard.mjs --url http://127.0.0.1:8080 --password … --smpp 2775 --file list.csv --out target/keyboard
import assert from 'node:assert/strict';
import { faultsOf, launch, options, walk } from './browser.mjs';
import { Keyboard } from './keys.mjs';

const given = options();
const browser = await launch();
const context = await browser.newContext({
  viewport: { width: 1280, height: 860 },
  locale: 'en',
  reducedMotion: 'reduce',
});
const faults = faultsOf(context);
const page = await context.newPage();
page.setDefaultTimeout(20_000);
// The system's own dialog is not the page's; what it hands back is.
page.on('filechooser', (chooser) => void chooser.setFiles(given.file));
const keys = new Keyboard(page);

const button = (name) => page.getByRole('button', { name, exact: true });
const link = (name) => page.getByRole('link', { name, exact: true });
const field = (name) => page.getByRole('textbox', { name, exact: true });
const list = (name) =>
  page.getByRole('combobox', { name, exact: true }).or(page.getByRole('textbox', { name, exact: true }));
const password = () => page.locator('input[type=password]');
const setting = (name) => page.locator(`[data-path="setting:${name}"]`);
const shown = (text) => page.getByText(text).first().waitFor();

/** A new screen is there when its heading has the focus, at which a screen reader begins. */
const arrive = (title) => page.locator('h1:focus', { hasText: title }).waitFor();

async function follow(name, title = name) {
  await keys.enter(link(name));
  await arrive(title);
}

async function logIn() {
  await page.goto(given.url);
  await keys.type(field('Login'), given.login);
  await keys.type(password(), given.password);
  await keys.press('Enter');
  await link('Home').first().waitFor();
}

async function connect() {
  await follow('Settings', 'Senders');
  await follow('New sender');
  await keys.type(field('Name'), 'My operator');
  await keys.type(setting('host'), '127.0.0.1');
  await keys.type(setting('port'), given.smpp);
  await keys.type(setting('system-id'), 'postrider');
  await keys.type(setting('password'), 'guessed');
  await keys.enter(button('Test the connection'));
  await shown('does not accept the password');
  await keys.to(setting('password'), 'Shift+Tab');
  await keys.type(setting('password'), 'simulate');
  await keys.enter(button('Test the connection'));
  await shown('It connects.');
  await keys.enter(button('Save'));
  await arrive('My operator');
  await shown('1 of 1 connections are up');
}

async function subscribe() {
  await follow('Audience', 'Databases');
  await follow('New database');
  await keys.type(field('Name'), 'Restaurants');
  await keys.type(page.getByLabel('Country of phones'), 'US');
  await keys.enter(button('Add a field'));
  await keys.type(page.getByLabel('Name in templates'), 'permit');
  await keys.type(page.getByLabel('What people call it'), 'Permit');
  await keys.to(page.getByLabel('Finds a person'));
  await keys.press('Space');
  await keys.enter(button('Save'));
  await link('Restaurants').waitFor();
  await follow('Resources');
  await follow('New resource');
  await keys.type(field('Name'), 'Tables');
  await keys.type(page.getByLabel('Caller ID'), 'Tables');
  await keys.choose(list('Databases'), 'Restaurants');
  await keys.press('Escape');
  await keys.enter(button('Save'));
  await link('Tables').waitFor();
}

async function importList() {
  await follow('Databases');
  await follow('Restaurants');
  await follow('Import a file');
  await keys.enter(button('Choose a file'));
  await page.getByRole('region', { name: 'First rows of the file' }).waitFor();
  await keys.enter(button('Next'));
  await keys.choose(list('Field of Establishment'), 'First name', 'First');
  await keys.choose(list('Field of Establishment Permit #'), 'Permit', 'Permit');
  await keys.choose(list('Field of Establishment Address City'), 'City', 'City');
  await keys.enter(button('Next'));
  await keys.choose(list('Subscribe them to'), 'Tables');
  await keys.choose(list('People are found by'), 'Permit');
  await keys.enter(button('Next'));
  await keys.enter(button(/^Import about 6,\d{3} rows/));
  await shown('Finished');
  const text = await page.locator('main').innerText();
  for (const figure of ['6,095', '6,092', '5,921', '174'])
    assert.ok(text.includes(figure), `the import shows ${figure}`);
}

async function write() {
  await follow('Content', 'Templates');
  await follow('New template');
  await keys.type(field('Name'), 'A free table');
  const sms = field('Text for SMS');
  await keys.type(sms, 'Aloha {lead._fname}! {if lead._city equal}');
  await shown('A value is missing here.');
  await keys.type(
    sms,
    'Aloha {lead._fname}! A table {if lead._city equal "HONOLULU"}in town{else}near you{end} is free today: https://example.com/tables',
  );
  await keys.choose(list('Show it for people of'), 'Restaurants');
  await shown(/Aloha .*! A table (in town|near you) is free today/);
  await keys.enter(button('Save'));
  await shown('A free table is saved');
}

async function send() {
  await follow('Mailings');
  await follow('New mailing');
  await keys.type(field('Name'), 'Free tables');
  await keys.choose(list('Resource'), 'Tables');
  await keys.choose(list('Sender'), 'My operator');
  await keys.enter(button('Next'));
  await keys.choose(list('Database'), 'Restaurants');
  await keys.enter(button('Next'));
  await keys.choose(list('Template'), 'A free table');
  await keys.enter(button('Next'));
  await keys.enter(button('Next'));
  await keys.type(page.getByLabel('Type 4,190 to confirm'), '4190');
  await keys.enter(button('Send 4,190 messages'));
  await page.getByRole('tab', { name: 'Overview' }).waitFor();
  await page.getByText('Finished', { exact: true }).first().waitFor({ timeout: 60_000 });
}

/** Tabs of a page are one stop; arrows go between them. */
async function tab(name) {
  await keys.to(page.getByRole('tab', { selected: true }));
  const wanted = page.getByRole('tab', { name });
  for (let i = 0; i < 8 && (await wanted.getAttribute('aria-selected')) !== 'true'; i += 1) {
    await keys.press('ArrowRight');
    await keys.press('Enter');
    // The page chooses a moment later; another arrow before that would go past the tab that is wanted.
    await page.locator('[role=tab][aria-selected=true]:focus').waitFor();
  }
}

async function assess() {
  await tab('Journal');
  await shown('Spent getting the cursor');
  const journal = await page.locator('main').innerText();
  for (const figure of ['6,092', '5,921', '1,731', '4,190'])
    assert.ok(journal.includes(figure), `the journal shows ${figure}`);
  await tab('Report');
  await shown('https://example.com/tables');
}

async function everyStopIsSeen() {
  assert.deepEqual(keys.unseen(), [], 'each stop of the focus is seen');
  assert.deepEqual(faults, [], 'the pages report no error');
  console.log(`${keys.stops} stops of the focus`);
}

const steps = [logIn, connect, subscribe, importList, write, send, assess, everyStopIsSeen];
await walk(browser, () => page, given, steps, 'The tutorial was walked by keyboard.');
