import { address, get } from './api.js';
import { tell } from './dialogs.js';
import { fill, make } from './elements.js';
import { icon } from './icons.js';
import { keyList } from './keys.js';
import { live } from './live.js';
import { count } from './numbers.js';
import { addressOf } from './places.js';
import { say } from './words.js';

const host = () => location.hostname.replace(/^\[|\]$/g, '') || '127.0.0.1';

const port = () => String(live.statistics?.smppPort ?? 2775);

function bindFacts() {
  const rows = [
    ['help.host', host()],
    ['help.port', port()],
    ['system_id', 'postrider'],
    ['password', 'simulate'],
  ];
  return make(
    'dl.bind',
    {},
    rows.flatMap(([name, value]) => [
      make('dt', { text: name.startsWith('help.') ? say(name) : name }),
      make('dd', {}, make('code', { text: value })),
    ]),
  );
}

/** What stands where messages will be: how to send the first. */
export function firstSteps() {
  return make(
    'div.empty',
    {},
    icon('message', 28),
    make('h2', { text: say('first.title') }),
    make('p.small.second', { text: say('first.text') }),
    bindFacts(),
    make('p.small.third', { text: say('first.then') }),
    make('a.button', { href: addressOf('help'), text: say('first.more') }),
  );
}

/** A command to be copied. */
function command(name, text) {
  const copy = make('button.button.small', { type: 'button' }, icon('copy', 14), say('help.copy'));
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      tell(say('help.copied'));
    } catch {
      getSelection().selectAllChildren(code);
    }
  });
  const code = make('code', { text });
  const title = say(name);
  return make(
    'figure.command',
    {},
    make('figcaption', {}, make('b', { text: title }), copy),
    make('pre', { tabindex: 0, 'aria-label': title }, code),
  );
}

const curl = (path, ...more) =>
  [`curl -s${more.length ? ' -X POST' : ''} ${address(`api/v1/${path}`)}`, ...more].join(' \\\n  ');

const JSON_TYPE = "-H 'Content-Type: application/json'";

function commands() {
  const wait = `-d '{"phone":"12025550101","text":"code","timeout":10000}'`;
  const reply = `-d '{"from":"12025550101","to":"Shop","text":"STOP"}'`;
  return [
    command('help.statistics', curl('statistics')),
    command('help.newest', `curl -s '${address('api/v1/messages?q=code&limit=10')}'`),
    command('help.await', curl('messages/await', JSON_TYPE, wait)),
    command('help.reply', curl('replies', JSON_TYPE, reply)),
    command('help.preset', curl('presets/badFriday', "-d ''")),
    command('help.reset', curl('reset', "-d ''")),
  ];
}

const ACCOUNT = ['systemId', 'binds', 'maxBinds', 'throughput', 'window', 'sources'];

const limit = (value) => (value ? count(value) : say('help.noLimit'));

function accountRow(each) {
  const cells = {
    binds: count(each.binds),
    maxBinds: limit(each.maxBinds),
    throughput: each.throughput ? say('sessions.perSecond', { n: each.throughput }) : limit(0),
    window: limit(each.window),
    sources: each.sources?.length ? each.sources.join(', ') : say('help.any'),
  };
  const rest = Object.entries(cells).map(([name, text]) =>
    make('td', { data: { name: say(`accounts.${name}`) }, text }),
  );
  return make('tr', {}, make('th', { scope: 'row' }, make('code', { text: each.systemId })), rest);
}

async function fillAccounts(body) {
  try {
    fill(body, (await get('accounts')).items.map(accountRow));
  } catch {
    fill(body, make('tr', {}, make('td', { colspan: ACCOUNT.length, text: say('problem.line') })));
  }
}

function accountsCard() {
  const body = make('tbody');
  const title = say('help.accounts');
  const names = ACCOUNT.map((name) => make('th', { scope: 'col', text: say(`accounts.${name}`) }));
  const head = make('thead', {}, make('tr', {}, names));
  void fillAccounts(body);
  const table = make('table.grid.stack.numbers', {}, make('caption.unseen', { text: title }), head, body);
  return make('section.card', { 'aria-label': title }, make('header', {}, make('h2', { text: title })), table);
}

/** How to connect, what to ask, and the keys. */
export function helpView(root, signal) {
  const facts = make('div');
  const draw = () => fill(facts, bindFacts());
  draw();
  let drawn = port();
  live.on('statistics', () => drawn !== port() && ((drawn = port()), draw()), signal);
  const links = [
    ['api/v1/openapi.yaml', 'help.openapi'],
    ['metrics', 'help.metrics'],
    ['api/v1/statistics', 'help.figures'],
  ].map(([path, name]) =>
    make(
      'li',
      {},
      make('a', { href: path, target: '_blank', rel: 'noopener' }, make('code', { text: path })),
      make('span.small.third', { text: say(name) }),
    ),
  );
  const card = (name, ...children) => make('section.card.padded', {}, make('h2', { text: say(name) }), ...children);
  const keys = card('keys.title', keyList());
  keys.classList.add('keys-card');
  const bind = card('help.bind', make('p.small.second', { text: say('help.bindText') }), facts);
  const rest = card('help.rest', make('p.small.second', { text: say('help.restText') }), ...commands());
  const left = [bind, accountsCard(), keys, card('help.more', make('ul.links', {}, links))];
  root.append(make('div.help', {}, make('div.column', {}, left), make('div.column', {}, rest)));
  return { show: () => undefined };
}
