// What every walk begins with: the words of its command line, a Chromium, a page that tells its errors, and the login.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';

/** The words of the command line; each walk may add its own. */
export function options(more = {}) {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:8080' },
      login: { type: 'string', default: 'admin' },
      password: { type: 'string', default: process.env['POSTRIDER_ADMIN_PASSWORD'] ?? '' },
      smpp: { type: 'string', default: '2775' },
      simulator: { type: 'string', default: 'http://127.0.0.1:8775' },
      file: { type: 'string', default: '' },
      out: { type: 'string', default: 'target/e2e' },
      ...more,
    },
  });
  mkdirSync(values.out, { recursive: true });
  return values;
}

export function launch() {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/**
 * Collects what the pages of a context report as errors.
 *
 * @param expected what is none, such as the 401 of somebody who is not logged in yet
 */
export function faultsOf(context, expected = /status of 401/) {
  const faults = [];
  const add = (page, text) => expected.test(text) || faults.push(`${new URL(page.url()).pathname}: ${text}`);
  context.on('page', (page) => {
    page.on('pageerror', (fault) => add(page, fault.message));
    page.on('console', (line) => line.type() === 'error' && add(page, line.text()));
  });
  return faults;
}

/** The requests of a page that have no answer yet; a stream of events never ends and does not count. */
export function requestsOf(page) {
  const waiting = new Set();
  const real = (request) => !request.url().endsWith('/api/v1/events');
  page.on('request', (request) => real(request) && waiting.add(request));
  page.on('requestfinished', (request) => waiting.delete(request));
  page.on('requestfailed', (request) => waiting.delete(request));
  return waiting;
}

/** Waits until a screen has loaded what it shows. */
export async function settled({ page, waiting }) {
  await page.locator('h1').first().waitFor();
  for (let quiet = 0; quiet < 3; quiet = waiting.size === 0 ? quiet + 1 : 0) await page.waitForTimeout(40);
}

/** Types login and password into the form that is shown. */
export async function logIn(page, given) {
  await page.locator('input[autocomplete=username]').fill(given.login);
  await page.locator('input[autocomplete=current-password]').fill(given.password);
  await page.locator('button[type=submit]:visible').click();
}

/** Asks the API as the person of this page does. */
export async function call(page, method, path, body, more = {}) {
  const answer = await page.evaluate(
    async ([how, where, what, others]) => {
      const me = await (await fetch('/api/v1/me')).json();
      const type = what ? { 'Content-Type': 'application/json' } : {};
      const headers = { 'X-CSRF-Token': me.csrfToken, ...type, ...others };
      const response = await fetch(`/api/v1/${where}`, { method: how, headers, body: what && JSON.stringify(what) });
      return { status: response.status, text: await response.text() };
    },
    [method, path, body, more],
  );
  assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.text ? JSON.parse(answer.text) : undefined;
}

/** Waits until Home's checklist has ticked so many steps, and says what the next one asks to do; nothing when the list is gone. */
export async function nextStep(page, ticked) {
  await page.getByRole('link', { name: 'Home', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Home', exact: true }).waitFor();
  const list = page.getByRole('region', { name: 'Your first mailing' });
  if (ticked === undefined) {
    await page.getByRole('region', { name: 'Mailings now' }).getByRole('listitem').first().waitFor();
    return (await list.count()) === 0 ? undefined : list.innerText();
  }
  const ticks = list.getByRole('img', { name: 'Done' });
  await (ticked === 0 ? list : ticks.nth(ticked - 1)).waitFor();
  assert.equal(await ticks.count(), ticked, 'the steps that are ticked');
  return list.getByRole('link').first().innerText();
}

/** Takes the steps one after another; a picture of the page and exit code 1 when one fails. */
export async function walk(browser, page, given, steps, done) {
  try {
    for (const step of steps) {
      const began = Date.now();
      await step();
      console.log(`${((Date.now() - began) / 1000).toFixed(1)} s  ${step.name}`);
    }
    console.log(done);
  } catch (problem) {
    const shown = page();
    if (!shown.isClosed()) await shown.screenshot({ path: join(given.out, 'failed.png') }).catch(() => undefined);
    console.error(problem instanceof Error ? problem.stack : problem);
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}
