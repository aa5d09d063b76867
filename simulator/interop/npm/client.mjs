// The npm package smpp as a client. Prints a JSON line for each message: what was sent, each response, each receipt.
// Usage: node client.mjs SMPP_PORT. HOST, SYSTEM_ID, PASSWORD, FROM and PHONES (the first digits of the phones) can be set.
import { readFileSync } from 'node:fs';
import smpp from 'smpp';

const { HOST = '127.0.0.1', SYSTEM_ID = 'postrider', PASSWORD = 'simulate', FROM = 'Shop', PHONES = '120255502' } = process.env;
const port = Number(process.argv[2]);
const PATIENCE = Number(process.env.PATIENCE ?? 20) * 1000;
const texts = JSON.parse(readFileSync(new URL('../texts.json', import.meta.url), 'utf8'));

const die = (sentence) => {
  process.stderr.write(`client.mjs: ${sentence}\n`);
  process.exit(1);
};
if (!port) die('It needs the SMPP port of the server.');
const deadline = setTimeout(() => die(`Not all receipts came within ${PATIENCE / 1000} seconds: ${JSON.stringify(sent)}`), PATIENCE);

const sent = [];
const receipts = new Map();

const units = (character, coding) => {
  if (coding === 8) return character.length;
  return '^{}\\[~]|€'.includes(character) ? 2 : 1;
};

/** Cuts so that a header of so many octets fits before each part: never between an escape and what it escapes, never inside a surrogate pair. */
const cut = (text, coding, header) => {
  const most = coding === 8 ? Math.floor((140 - header) / 2) : Math.floor(((140 - header) * 8) / 7);
  const parts = [];
  let part = '';
  let length = 0;
  for (const character of text) {
    const more = units(character, coding);
    if (length + more > most) {
      parts.push(part);
      [part, length] = ['', 0];
    }
    part += character;
    length += more;
  }
  return [...parts, part];
};

/** The submit_sm fields of a message in each way this client knows. */
const ways = {
  // The package finds the alphabet: it calls GSM octets ASCII and says data_coding 1 for them.
  detected: (text) => [{ short_message: text }],
  // Octets as the package encodes them, under the data_coding that this script says.
  short: (text, coding) => [{ data_coding: coding, short_message: text }],
  udh: (text, coding, reference) =>
    cut(text, coding, 6).map((part, i, all) => ({
      data_coding: coding,
      short_message: { udh: Buffer.from([5, 0, 3, reference, all.length, i + 1]), message: part },
    })),
  udh16: (text, coding, reference) =>
    cut(text, coding, 7).map((part, i, all) => ({
      data_coding: coding,
      short_message: { udh: Buffer.from([6, 8, 4, 1, reference, all.length, i + 1]), message: part },
    })),
  sar: (text, coding, reference) =>
    cut(text, coding, 7).map((part, i, all) => ({
      data_coding: coding,
      short_message: part,
      sar_msg_ref_num: reference,
      sar_total_segments: all.length,
      sar_segment_seqnum: i + 1,
    })),
  payload: (text, coding) => [{ data_coding: coding, message_payload: text }],
};

const plan = [
  { way: 'detected', name: 'ascii', encoding: 'ASCII', parts: 1, text: 'Hello from npm, 10 of 10.' },
  ...texts.flatMap((row) => (row.parts === 1 ? ['short', 'payload'] : ['udh', 'udh16', 'sar', 'payload']).map((way) => ({ ...row, way }))),
];

const session = smpp.connect({ host: HOST, port });
const ask = (command, fields) =>
  new Promise((resolve) => {
    if (!session[command](fields, resolve)) die(`${command} could not be written.`);
  });

const finished = () =>
  sent.length === plan.length && sent.every(({ accepted }) => accepted.every((id) => receipts.has(id)));

const report = () => {
  clearTimeout(deadline);
  for (const message of sent) {
    const line = { client: 'npm-smpp', ...message, receipts: message.accepted.map((id) => receipts.get(id)) };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  ask('unbind', {}).then(() => session.close());
};

const received = (pdu) => {
  session.send(pdu.response());
  const text = pdu.short_message?.message ?? '';
  const id = pdu.receipted_message_id?.toString().replace(/\0$/, '') ?? /id:\s*(\S+)/i.exec(text)?.[1];
  const stat = /stat:\s*(\S+)/i.exec(text)?.[1];
  receipts.set(id, { id, stat });
  if (finished()) report();
};

session.on('error', (problem) => die(`The connection failed: ${problem.message}`));
session.on('enquire_link', (pdu) => session.send(pdu.response()));
session.on('deliver_sm', received);
session.on('connect', async () => {
  const bound = await ask('bind_transceiver', { system_id: SYSTEM_ID, password: PASSWORD, interface_version: 0x34 });
  if (bound.command_status !== 0) die(`The bind was refused with ${bound.command_status}.`);
  for (const [number, message] of plan.entries()) {
    const to = `${PHONES}${String(number).padStart(2, '0')}`;
    const coding = message.encoding === 'UCS-2' ? 8 : 0;
    const pdus = ways[message.way](message.text, coding, number + 1);
    const address = { source_addr_ton: 5, source_addr: FROM, dest_addr_ton: 1, dest_addr_npi: 1, destination_addr: to };
    const answers = await Promise.all(pdus.map((pdu) => ask('submit_sm', { ...address, registered_delivery: 1, ...pdu })));
    const refusal = answers.find((answer) => answer.command_status !== 0);
    if (refusal) die(`${message.name} by ${message.way} was refused with ${refusal.command_status}.`);
    const { way, name, text, encoding } = message;
    sent.push({ name: `${name} by ${way}`, to, text, encoding, parts: pdus.length, accepted: answers.map((answer) => answer.message_id) });
  }
  if (finished()) report();
});
