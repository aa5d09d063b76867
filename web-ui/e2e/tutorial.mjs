// The tutorial's five steps by mouse, on an empty installation: sender, database and resource, import, template, broadcast, journal, report.
//   node e2e/tutorial.mjs --url http://127.0.0.1:8080 --password … --smpp 2775 --file list.csv --out target/tutorial
// Ends with 0 when every figure is on the screen; else it says which was missed and leaves a picture.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { faultsOf, launch, logIn as typeLogin, nextStep, options, walk } from './browser.mjs';

const given = options();
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en' });
const faults = faultsOf(context);
const page = await context.newPage();
page.setDefaultTimeout(20_000);

const button = (name) => page.getByRole('button', { name });
const link = (name) => page.getByRole('link', { name, exact: true });
const picture = (name) => page.screenshot({ path: join(given.out, `${name}.png`), animations: 'disabled' });

async function choose(label, name) {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByLabel(label, { exact: true }))
    .first()
    .click();
  await page.getByRole('option', { name, exact: true }).click();
}

async function logIn() {
  await page.goto(given.url);
  await typeLogin(page, given);
  await link('Home').first().waitFor();
  assert.equal(await nextStep(page, 0), 'Add a sender', 'Home says where to begin');
  await picture('0-home');
}

/** The field of a setting of the gateway. */
const setting = (name) => page.locator(`[data-path="setting:${name}"]`);

async function connect() {
  await link('Settings').first().click();
  await link('New sender').first().click();
  await page.getByLabel('Name').first().fill('My operator');
  await setting('host').fill('127.0.0.1');
  await setting('port').fill(given.smpp);
  await setting('system-id').fill('postrider');
  await setting('password').fill('guessed');
  await button('Test the connection').click();
  await page.getByText('does not accept the password').waitFor();
  await setting('password').fill('simulate');
  await button('Test the connection').click();
  await page.getByText('It connects.').waitFor();
  await button('Save').click();
  await page.getByRole('heading', { name: 'My operator', exact: true }).waitFor();
  await page.getByText('1 of 1 connections are up').waitFor();
  await picture('1-sender');
  assert.equal(await nextStep(page, 1), 'Create a database');
}

async function subscribe() {
  await link('Audience').first().click();
  await link('New database').first().click();
  await page.getByLabel('Name').first().fill('Restaurants');
  await page.getByLabel('Country of phones').fill('US');
  await button('Add a field').click();
  await page.getByLabel('Name in templates').fill('permit');
  await page.getByLabel('What people call it').fill('Permit');
  await page.getByLabel('Finds a person').check();
  await button('Save').click();
  await link('Restaurants').waitFor();
  await link('Resources').first().click();
  await link('New resource').first().click();
  await page.getByLabel('Name').first().fill('Tables');
  await page.getByLabel('Caller ID').fill('Tables');
  await choose('Databases', 'Restaurants');
  await page.keyboard.press('Escape');
  await button('Save').click();
  await link('Tables').waitFor();
}

async function importList() {
  await link('Databases').first().click();
  await link('Restaurants').click();
  await link('Import a file').first().click();
  await page.locator('input[type=file]').setInputFiles(given.file);
  await page.getByRole('region', { name: 'First rows of the file' }).waitFor();
  await picture('2-file');
  await button('Next').click();
  await choose('Field of Establishment Permit #', 'Permit');
  await choose('Field of Establishment', 'First name');
  await choose('Field of Establishment Address City', 'City');
  await page.getByText('979 valid').first().waitFor();
  await picture('2-columns');
  await button('Next').click();
  await choose('Subscribe them to', 'Tables');
  await choose('People are found by', 'Permit');
  await picture('2-subscribe');
  await button('Next').click();
  await page.getByText('Tables, by the phone in').waitFor();
  await picture('2-check');
  await button(/^Import about 6,\d{3} rows/).click();
  await page.getByText('Finished').first().waitFor();
  const text = await page.locator('main').innerText();
  for (const figure of ['6,095', '6,092', '5,921', '174'])
    assert.ok(text.includes(figure), `the import shows ${figure}`);
  await picture('2-imported');
  assert.equal(await nextStep(page, 2), 'Write a template');
}

async function write() {
  await link('Content').first().click();
  await link('New template').first().click();
  await page.getByLabel('Name').first().fill('A free table');
  const sms = page.getByLabel('Text for SMS');
  await sms.fill('Aloha {lead._fname}! {if lead._city equal}');
  await page.getByText('A value is missing here.').waitFor();
  await sms.fill(
    'Aloha {lead._fname}! A table {if lead._city equal "HONOLULU"}in town{else}near you{end} is free today: https://example.com/tables',
  );
  await choose('Show it for people of', 'Restaurants');
  await page.getByText(/Aloha NOELANI ELEMENTARY SCHOOL! A table in town is free today/).waitFor();
  await picture('3-template');
  await button('Save').click();
  await page.getByText('A free table is saved').waitFor();
  assert.equal(await nextStep(page, 3), 'Create a mailing');
  await picture('3-home');
}

async function send() {
  await link('Mailings').first().click();
  await link('New mailing').first().click();
  await page.getByLabel('Name').first().fill('Free tables');
  await choose('Resource', 'Tables');
  await choose('Sender', 'My operator');
  await button('Next').click();
  await choose('Database', 'Restaurants');
  await button('Next').click();
  await choose('Template', 'A free table');
  await button('Next').click();
  await button('Next').click();
  await page.getByLabel('Type 4,190 to confirm').fill('4190');
  await picture('4-check');
  await button('Send 4,190 messages').click();
  await page.getByRole('tab', { name: 'Overview' }).waitFor();
  await page.getByText('Finished', { exact: true }).first().waitFor({ timeout: 60_000 });
  await picture('4-sent');
  assert.equal(await nextStep(page, 4), 'Open the report');
  await link('Open the report').click();
  await page.getByRole('tab', { name: 'Report', selected: true }).waitFor();
}

async function assess() {
  await page.getByRole('tab', { name: 'Journal' }).click();
  await page.getByText('Spent getting the cursor').waitFor();
  const journal = await page.locator('main').innerText();
  for (const figure of ['6,092', '5,921', '1,731', '4,190']) {
    assert.ok(journal.includes(figure), `the journal shows ${figure}`);
  }
  assert.equal(await page.getByText('Adds up', { exact: true }).count(), 3, 'every equation adds up');
  await picture('5-journal');
  await page.getByRole('tab', { name: 'Report' }).click();
  await page.getByText('https://example.com/tables').waitFor();
  await picture('5-report');
  assert.equal(await nextStep(page), undefined, 'nobody is led who has done it all');
  await picture('5-home');
}

async function nothingWentWrong() {
  assert.deepEqual(faults, [], 'the pages report no error');
}

const steps = [logIn, connect, subscribe, importList, write, send, assess, nothingWentWrong];
await walk(browser, () => page, given, steps, 'The tutorial was walked by mouse.');
