// What goes wrong in everyday life, and loses no typed text: two tabs edit one template, a session ends, the server stops; and
// ten pages of a running mailing share one stream. To be run after tutorial.mjs, whose list and mailing it uses.
//   node e2e/troubles.mjs --url http://127.0.0.1:8080 --password … --out target/troubles
// Whoever runs it stops and starts the server when a line asks for it, and answers by a line.
import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { createInterface } from 'node:readline';
import { call, faultsOf, launch, logIn, options, walk } from './browser.mjs';

const given = options();
const base = given.url.replace(/\/$/, '');
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en' });
// A refused or unanswered request is what this is about.
const faults = faultsOf(context, /status of (401|412)|ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY_RESPONSE/);
const page = await context.newPage();
page.setDefaultTimeout(20_000);
const replies = createInterface({ input: process.stdin });
let template;

const button = (on, name) => on.getByRole('button', { name, exact: true });
const sms = (on) => on.getByRole('textbox', { name: 'Text for SMS' });
const saved = (on) =>
  on
    .getByText(/is saved/)
    .first()
    .waitFor();
const stored = async () => (await call(page, 'GET', `templates/${template}`)).texts.sms;

/** Has the server stopped or started. */
async function ask(what) {
  const reply = new Promise((resolve) => replies.once('line', resolve));
  console.log(`server: ${what}`);
  assert.equal(await reply, 'done');
}

async function open(on, path) {
  await on.goto(base + path);
  await on.locator('h1').first().waitFor();
}

async function write(on, text) {
  await sms(on).click();
  await on.keyboard.press('ControlOrMeta+a');
  await on.keyboard.insertText(text);
}

async function prepare() {
  await page.goto(given.url);
  await logIn(page, given);
  await page.locator('#content').waitFor();
  template = (await call(page, 'POST', 'templates', { name: `Troubles ${Date.now()}`, texts: { sms: 'As it was' } }))
    .id;
}

async function twoTabs() {
  const other = await context.newPage();
  await open(page, `/templates/${template}`);
  await open(other, `/templates/${template}`);
  await write(page, 'From the first tab');
  await write(other, 'From the second tab');
  await button(page, 'Save').click();
  await saved(page);
  await button(other, 'Save').click();
  await other.getByText('Changed in another place').waitFor();
  assert.equal(await stored(), 'From the first tab', 'nothing is overwritten in silence');
  assert.equal((await sms(other).innerText()).trim(), 'From the second tab', 'the text of the second stays');
  await button(other, 'Look at both').click();
  await other.getByRole('cell', { name: 'From the first tab' }).waitFor();
  await button(other, 'Keep mine').click();
  await button(other, 'Save').click();
  await saved(other);
  assert.equal(await stored(), 'From the second tab');
  await other.close();
}

/** Ends the session of the browser as logging out in another window would. */
async function endSession() {
  const me = await (await context.request.get(`${base}/api/v1/me`)).json();
  const answer = await context.request.delete(`${base}/api/v1/sessions/current`, {
    headers: { 'X-CSRF-Token': me.csrfToken },
  });
  assert.ok(answer.ok(), `logging out: ${answer.status()}`);
}

async function logInAgain() {
  await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
  await logIn(page, given);
  await page.locator('#content').waitFor({ state: 'visible' });
}

async function sessionEnds() {
  await open(page, `/templates/${template}`);
  await write(page, 'Typed before the session ended');
  await endSession();
  await button(page, 'Save').click();
  await logInAgain();
  assert.equal(new URL(page.url()).pathname, `/templates/${template}`, 'it is the same place');
  assert.equal((await sms(page).innerText()).trim(), 'Typed before the session ended');
  await button(page, 'Save').click();
  await saved(page);
  assert.equal(await stored(), 'Typed before the session ended');

  const sender = (await call(page, 'GET', 'senders?limit=200')).items.find((one) => one.name === 'My operator');
  await open(page, `/senders/${sender.id}?tab=settings`);
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('My operator, renamed');
  await endSession();
  await button(page, 'Save').click();
  await logInAgain();
  assert.equal(await name.inputValue(), 'My operator, renamed');
  await button(page, 'Save').click();
  await page.getByRole('heading', { name: 'My operator, renamed' }).waitFor();
}

async function serverStops() {
  await open(page, `/templates/${template}`);
  await write(page, 'Typed while the server was away');
  await ask('stop');
  await button(page, 'Save').click();
  await page.getByText(/The server does not answer\. Your text is kept\. Next try in \d+ second/).waitFor();
  assert.equal((await sms(page).innerText()).trim(), 'Typed while the server was away');
  await ask('start');
  await page
    .getByText(/The server does not answer/)
    .first()
    .waitFor({ state: 'detached', timeout: 60_000 });
  assert.equal((await sms(page).innerText()).trim(), 'Typed while the server was away');
  await button(page, 'Save').click();
  await saved(page);
  assert.equal(await stored(), 'Typed while the server was away');
}

/** Stands before the server and counts the streams that are open. */
function counter() {
  const streams = { open: 0, most: 0 };
  const proxy = createServer((from, to) => {
    const onward = { method: from.method, headers: from.headers };
    const ahead = request(new URL(from.url, base), onward, (answer) => {
      to.writeHead(answer.statusCode, answer.headers);
      to.flushHeaders();
      answer.pipe(to);
      answer.on('error', () => to.destroy());
    });
    ahead.on('error', () => to.destroy());
    if (new URL(from.url, base).pathname === '/api/v1/events') {
      streams.open += 1;
      streams.most = Math.max(streams.most, streams.open);
      to.on('close', () => (streams.open -= 1));
    }
    to.on('close', () => ahead.destroy());
    from.pipe(ahead);
  });
  return new Promise((resolve) => {
    proxy.listen(0, '127.0.0.1', () =>
      resolve({ streams, url: `http://127.0.0.1:${proxy.address().port}`, close: () => proxy.close() }),
    );
  });
}

async function until(what, holds) {
  for (let i = 0; i < 200; i += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`${what} did not come true within 20 seconds`);
}

/** A mailing to everybody that takes a minute. */
async function slowMailing() {
  const like = (await call(page, 'GET', 'mailings?limit=200')).items.find((one) => one.name === 'Free tables');
  const made = await call(page, 'POST', `mailings/${like.id}/clone`, {});
  const { version } = await call(page, 'GET', `mailings/${made.id}`);
  await call(page, 'PATCH', `mailings/${made.id}`, { messagesPerSecond: 60 }, { 'If-Match': `"${version}"` });
  await call(page, 'POST', `mailings/${made.id}/activate`, {});
  return made.id;
}

async function tenPages() {
  const mailing = await slowMailing();
  const { streams, url, close } = await counter();
  const ten = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en' });
  const first = await ten.newPage();
  await first.goto(url);
  await logIn(first, given);
  await first.locator('#content').waitFor();
  const pages = [first];
  while (pages.length < 10) pages.push(await ten.newPage());
  await Promise.all(pages.map((one) => one.goto(`${url}/mailings/${mailing}`)));
  await Promise.all(pages.map((one) => one.getByText('Running', { exact: true }).first().waitFor()));
  const text = (one) => one.locator('main').innerText();
  const growing = async (some) => {
    const before = await Promise.all(some.map(text));
    const grown = async (one) =>
      until('new figures without a reload', async () => (await text(one)) !== before[some.indexOf(one)]);
    await Promise.all(some.map(grown));
  };
  await growing(pages);
  assert.equal(streams.open, 1, 'ten pages share one stream');
  assert.ok(streams.most <= 2, `there was never more than the old and the new one, not ${streams.most}`);
  // One of them leads; whichever it is, another goes on.
  for (const one of pages.slice(0, 5)) await one.close();
  await growing(pages.slice(5));
  await until('one stream', () => streams.open === 1);
  for (const one of pages.slice(5)) await one.close();
  await until('no stream', () => streams.open === 0);
  await ten.close();
  close();
  await call(page, 'POST', `mailings/${mailing}/stop`, {});
}

async function nothingElse() {
  assert.deepEqual(faults, [], 'the pages report no other error');
  replies.close();
}

const steps = [prepare, twoTabs, sessionEnds, serverStops, tenPages, nothingElse];
await walk(browser, () => page, given, steps, 'All troubles passed.');
process.exit();
