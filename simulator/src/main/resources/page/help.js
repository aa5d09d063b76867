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

async function accounts(body) {
  try {
    const { items } = await get('accounts');
    fill(
      body,
      items.map((each) =>
        make(
          'tr',
          {},
          make('th', { scope: 'row' }, make('code', { text: each.systemId })),
          make('td', { text: count(each.binds) }),
          make('td', { text: each.maxBinds ? count(each.maxBinds) : say('help.noLimit') }),
          make('td', {
            text: each.throughput ? say('sessions.perSecond', { n: each.throughput }) : say('help.noLimit'),
          }),
          make('td', { text: each.window ? count(each.window) : say('help.noLimit') }),
          make('td', { text: each.sources?.length ? each.sources.join(', ') : say('help.any') }),
        ),
      ),
    );
  } catch {
    fill(body, make('tr', {}, make('td', { colspan: 6, text: say('problem.line') })));
  }
}

function accountsCard() {
  const body = make('tbody');
  const names = ['systemId', 'binds', 'maxBinds', 'throughput', 'window', 'sources'];
  const head = make(
    'tr',
    {},
    names.map((name) => make('th', { scope: 'col', text: say(`accounts.${name}`) })),
  );
  void accounts(body);
  const table = make(
    'table.grid.numbers',
    {},
    make('caption.unseen', { text: say('help.accounts') }),
    make('thead', {}, head),
    body,
  );
  const scroll = make('div.sideways', { tabindex: 0, role: 'group', 'aria-label': say('help.accounts') }, table);
  return make('section.card', {}, make('header', {}, make('h2', { text: say('help.accounts') })), scroll);
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
  root.append(
    make(
      'div.help',
      {},
      make(
        'div.column',
        {},
        card('help.bind', make('p.small.second', { text: say('help.bindText') }), facts),
        accountsCard(),
        card('keys.title', keyList()),
        card('help.more', make('ul.links', {}, links)),
      ),
      make('div.column', {}, card('help.rest', make('p.small.second', { text: say('help.restText') }), ...commands())),
    ),
  );
  return { show: () => undefined };
}
