// Things with names that pages break on: very long, like a tag, written from right to left.
import assert from 'node:assert/strict';
import { call } from './browser.mjs';

const LONG = 'Ein Name ohne Ende '.repeat(9) + 'x'.repeat(29);
const TAG = '<script>alert("a name")</script><b>bold</b>';
const ARABIC = 'مطعم البحر الأبيض';
const HEBREW = 'מסעדת הים התיכון';
const NAMES = [LONG, TAG, ARABIC, HEBREW];

const atSimulator = (smpp) => ({ host: '127.0.0.1', port: smpp, 'system-id': 'postrider' });

async function make(page, smpp) {
  for (const name of NAMES) {
    const fields = [{ name: 'note', label: `${name.slice(0, 90)}`, type: 'text' }];
    const database = await call(page, 'POST', 'databases', { name, defaultCountry: 'US', fields });
    const resource = await call(page, 'POST', 'resources', {
      name,
      databaseIds: [database.id],
      channels: [{ channel: 'sms', callerId: 'Tables' }],
    });
    for (const [i, first] of NAMES.entries()) {
      const values = { _fname: first, _lname: NAMES[(i + 1) % NAMES.length], _city: ARABIC, note: LONG };
      const contact = `+1 808 941 02${i}${NAMES.indexOf(name)}`;
      await call(page, 'POST', `databases/${database.id}/profiles`, {
        values,
        subscriptions: [{ resourceId: resource.id, channel: 'sms', contact }],
      });
    }
    const settings = { ...atSimulator(smpp), password: 'guessed' };
    const sender = await call(page, 'POST', 'senders', { name, gateway: 'smpp', settings });
    const prices = [
      { prefix: '', price: '0.000001' },
      { prefix: '7701', price: '99999.999999', validFrom: '2026-01-31T08:05:07Z' },
    ];
    await call(page, 'PUT', `senders/${sender.id}/prices`, { currency: 'KZT', prices }, { 'If-Match': '"0"' });
    const rules = [{ match: 'default', targets: [{ senderId: sender.id, percent: 100 }] }];
    const kazakh = { name: name.slice(0, 90), match: 'country', values: ['KZ'], targets: rules[0].targets };
    await call(page, 'POST', 'virtual-senders', { name, rules: [kazakh, ...rules] });
    const texts = { sms: `${name} {lead._fname} https://example.com/${'path/'.repeat(20)}` };
    const template = await call(page, 'POST', 'templates', { name, texts });
    const parts = { databaseId: database.id, resourceId: resource.id, senderId: sender.id, templateId: template.id };
    await call(page, 'POST', 'mailings', { name, ...parts });
  }
}

/** Has the simulator behave or write like this. */
async function simulate(page, simulator, method, path, data) {
  const answer = await page.request.fetch(`${simulator}/api/v1/${path}`, { method, data });
  assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
}

async function until(page, path, enough) {
  for (let looks = 0; !enough(await call(page, 'GET', path)); looks += 1) {
    assert.ok(looks < 300, `${path} did not come to what was waited for within a minute`);
    await page.waitForTimeout(200);
  }
}

/** Messages of which nobody knows whether they arrived, and replies to others. */
async function makeTraffic(page, { smpp, simulator }) {
  await simulate(page, simulator, 'PATCH', 'behaviour', { faults: { loseResponses: 100 } });
  const settings = { ...atSimulator(smpp), password: 'simulate', 'response-timeout': 'PT1S' };
  const operator = { name: 'An operator without answers', gateway: 'smpp', callerId: 'Tables', settings };
  const { id } = await call(page, 'POST', 'senders', operator);
  for (const text of NAMES) await call(page, 'POST', `senders/${id}/test-message`, { to: '+1 808 941 0200', text });
  await until(page, 'doubts?limit=10', (doubts) => doubts.items.length >= NAMES.length);
  await simulate(page, simulator, 'PATCH', 'behaviour', { faults: { loseResponses: 0 } });
  // The parts of a long reply may come to any connection of the login, so there is only one.
  await call(page, 'POST', `senders/${id}/drain`);
  await until(page, `senders/${id}`, (sender) => sender.drained);
  for (const [i, text] of [...NAMES, 'STOP'].entries()) {
    await simulate(page, simulator, 'POST', 'replies', { from: `1808941020${i}`, to: 'Tables', text });
  }
  await until(page, 'replies?limit=10', (replies) => replies.items.length > NAMES.length);
}

/**
 * Makes them, unless they are there.
 *
 * @param given where the simulator is: the port of its SMPP, the address of its page
 */
export async function makeAwkward(page, given) {
  const there = await call(page, 'GET', 'databases?limit=200');
  if (there.items.some((database) => database.name === HEBREW)) return;
  await makeTraffic(page, given);
  await make(page, given.smpp);
}

/** The id of one of each noun, by the noun: some with awkward names, and those of the tutorial. */
export async function idsOf(page) {
  const named = async (noun, name) => {
    const found = await call(page, 'GET', `${noun}?limit=200`);
    return found.items.find((item) => item.name === name)?.id ?? '';
  };
  const databases = [await named('databases', LONG), await named('databases', ARABIC)];
  const mailings = [await named('mailings', 'Free tables'), await named('mailings', LONG)];
  const person = await call(page, 'GET', `databases/${databases[0]}/profiles?limit=1`);
  const message = await call(page, 'GET', 'messages?limit=1');
  const job = await call(page, 'GET', 'jobs?limit=1');
  return {
    databases,
    mailings,
    senders: [await named('senders', LONG), await named('senders', 'My operator')],
    'virtual-senders': [await named('virtual-senders', LONG)],
    resources: [await named('resources', LONG)],
    templates: [await named('templates', TAG), await named('templates', ARABIC)],
    profiles: [person.items[0].id],
    messages: [message.items[0].id],
    jobs: [job.items[0].id],
  };
}
