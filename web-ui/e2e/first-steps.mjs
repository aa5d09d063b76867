// A new server, set up by mouse: the made-up password gives way to one's own, the simulator and the demo data come in a click each, the bell
// tells of it, and the bar says when it gets serious.
//   node e2e/first-steps.mjs --url http://127.0.0.1:8080 --password … --out target/first-steps
// The password is the one that the server printed at its first start. Ends with 0 when all was on the screen.
import assert from 'node:assert/strict';
import { call, faultsOf, launch, logIn, nextStep, options, walk } from './browser.mjs';

const OWN = 'a password of my own';
const given = options();
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en' });
// A password that is too short is answered by 400, as it must be.
const faults = faultsOf(context, /status of 40[01]/);
const page = await context.newPage();
page.setDefaultTimeout(20_000);

const title = (name) => page.getByRole('heading', { level: 1, name, exact: true });
const button = (name) => page.getByRole('button', { name });
const bell = page.getByRole('banner').getByRole('button', { name: /notification/i });

async function chooseAPassword() {
  await page.goto(new URL('/senders', given.url).href);
  await page.getByText('the server printed its password').waitFor();
  await logIn(page, given);
  await title('Choose your password').waitFor();
  await page.goto(given.url);
  await title('Choose your password').waitFor();
  assert.equal(await page.getByRole('navigation').count(), 0, 'nothing else can be reached before');
  await choose(given.password, 'short');
  await page.getByText('at least 10 characters').waitFor();
  await choose(given.password, OWN);
  await title('First steps').waitFor();
}

async function choose(present, next) {
  await page.getByRole('textbox', { name: 'Present password' }).fill(present);
  await page.getByRole('textbox', { name: 'New password', exact: true }).fill(next);
  await page.getByRole('textbox', { name: 'New password again' }).fill(next);
  await button('Keep the password').click();
}

async function addTheSimulator() {
  await button(/^REHEARSAL/).waitFor();
  await button('Add the built-in simulator').click();
  await page.getByRole('link', { name: 'Built-in simulator' }).waitFor();
  await button(/^REHEARSAL/).waitFor();
}

async function loadTheDemoData() {
  await button('Load the demo data').click();
  await page.getByText('6,095 rows').last().waitFor();
  await page.getByRole('link', { name: 'Open the draft of the mailing' }).click();
  await title('First mailing (demo)').waitFor();
}

async function seeTheTicks() {
  assert.equal(await nextStep(page, 3), 'Open the draft', 'the sender, the people and the message are there');
  const list = page.getByRole('region', { name: 'Your first mailing' });
  await button('Hide these steps').click();
  await list.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('region', { name: 'Mailings now' }).getByRole('listitem').first().waitFor();
  assert.equal(await list.count(), 0, 'the steps stay hidden');
}

async function hearTheBell() {
  await bell.and(page.getByRole('button', { name: /1 new/ })).waitFor();
  await bell.click();
  await page.getByText('6,092 profiles added').waitFor();
  await page.keyboard.press('Escape');
  await page.reload();
  await bell.and(page.getByRole('button', { name: 'Notifications', exact: true })).waitFor();
}

async function getSerious() {
  const settings = { host: '127.0.0.1', port: '1', 'system-id': 'nobody', password: 'nothing' };
  await call(page, 'POST', 'senders', { name: 'An operator', gateway: 'smpp', settings });
  await button(/^LIVE/).waitFor();
}

async function nothingWentWrong() {
  assert.deepEqual(faults, []);
}

const steps = [
  chooseAPassword,
  addTheSimulator,
  loadTheDemoData,
  seeTheTicks,
  hearTheBell,
  getSerious,
  nothingWentWrong,
];
await walk(browser, () => page, given, steps, 'The first steps were taken.');
