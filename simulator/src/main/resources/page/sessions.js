import { get, piece, remove } from './api.js';
import { confirmed, sentence, tell, tellProblem } from './dialogs.js';
import { afterPause, fill, make, oncePerFrame } from './elements.js';
import { icon } from './icons.js';
import { live } from './live.js';
import { ago, clock, count, day, exactClock, octets } from './numbers.js';
import { outbindForm } from './outbind.js';
import { pdu } from './pdu.js';
import { addressOf, go } from './places.js';
import { hasWords, say } from './words.js';

const LAST = 50;
const COLUMNS = ['session', 'account', 'remote', 'submits', 'rate', 'window', 'receipts', 'octets', 'heard', 'drop'];
const COLOURS = { transceiver: 'green', transmitter: 'sky', receiver: 'sky', open: 'amber', unbound: 'gray' };

/** The connections of clients, what was said on one, and the ways to end it. */
export function sessionsView(root, signal) {
  let words = {};
  const table = tableOf(signal, () => words);
  const traffic = trafficOf(signal, () => words);
  root.append(table.element, traffic.element, outbindForm());
  return {
    search: traffic.search,
    move: traffic.move,
    back: () => Boolean(words.id) && (go('sessions'), true),
    show(given) {
      words = given;
      table.draw();
      traffic.show(given);
    },
  };
}

function tableOf(signal, words) {
  const body = make('tbody');
  const names = COLUMNS.map((name) => make('th', { scope: 'col', text: say(`sessions.${name}`) }));
  const table = make(
    'table.grid.numbers',
    {},
    make('caption.unseen', { text: say('view.sessions') }),
    make('thead', {}, make('tr', {}, names)),
    body,
  );
  const empty = make(
    'div.empty',
    {},
    icon('plug', 28),
    make('h2', { text: say('sessions.none') }),
    make('p.small.third', { text: say('sessions.noneText') }),
    make('a.button', { href: addressOf('help'), text: say('sessions.how') }),
  );
  const all = make('button.button.small.danger-text', {
    type: 'button',
    text: say('sessions.dropAll'),
    on: { click: () => drop('') },
  });
  const title = make(
    'header',
    {},
    make('h2', { text: say('sessions.title') }),
    make('span.small.third', { text: say('sessions.hint') }),
    all,
  );
  const draw = oncePerFrame(() => {
    if (table.contains(document.activeElement) && document.activeElement.closest('td')) return;
    fill(
      body,
      live.sessions.map((session) => rowOf(session, words())),
    );
    table.hidden = live.sessions.length === 0;
    all.hidden = table.hidden;
    empty.hidden = !table.hidden;
  });
  live.on('sessions', draw, signal);
  body.addEventListener('focusout', draw);
  return {
    draw,
    element: make('section.card.session-table', { 'aria-label': say('sessions.title') }, title, table, empty),
  };
}

function rowOf(session, words) {
  const chosen = words.id === session.id;
  const bind = hasWords(`bind.${session.bind}`) ? say(`bind.${session.bind}`) : session.bind;
  const name = make('a', {
    href: addressOf('sessions', { id: session.id }),
    'aria-current': chosen ? 'true' : null,
    text: say('facts.session', { id: session.id }),
  });
  const remote = [
    session.remote,
    session.tls && 'TLS',
    session.systemType,
    `SMPP ${session.interfaceVersion ?? '–'}`,
  ].filter(Boolean);
  const dropping = make('button.button.small', {
    type: 'button',
    text: say('sessions.drop'),
    on: { click: () => drop(session.id) },
  });
  const cells = {
    account: session.account ?? say('sessions.nobody'),
    remote: [make('span.mono', { text: remote[0] }), make('span.tiny.third', { text: remote.slice(1).join(', ') })],
    submits: [
      count(session.submits),
      session.refused > 0 && make('span.tiny.red-text', { text: say('figure.refused', { n: session.refused }) }),
    ],
    rate: say('sessions.perSecond', { n: session.rate }),
    window: [
      count(session.unanswered),
      make('span.tiny.third', { text: say('sessions.highest', { n: session.highestWindow }) }),
    ],
    receipts: [
      count(session.receipts),
      session.receiptsUnanswered > 0 &&
        make('span.tiny.third', { text: say('figure.unanswered', { n: session.receiptsUnanswered }) }),
    ],
    octets: [
      say('sessions.octetsIn', { octets: octets(session.octetsIn) }),
      make('span.tiny.third', { text: say('sessions.octetsOut', { octets: octets(session.octetsOut) }) }),
    ],
    heard: make('time', { title: day(session.heardAt), text: ago(session.heardAt) }),
    drop: dropping,
  };
  const first = make(
    'th',
    { scope: 'row' },
    name,
    make(`span.pill.${COLOURS[session.bind] ?? 'gray'}`, { text: bind }),
  );
  const rest = Object.entries(cells).map(([key, value]) =>
    make(`td.${key}`, { data: { name: say(`sessions.${key}`) } }, make('div', {}, value)),
  );
  return make(chosen ? 'tr.chosen' : 'tr', {}, first, rest);
}

async function drop(id) {
  const ways = ['close', 'reset', 'unbind'].map((value) => ({
    value,
    word: say(`drop.${value}`),
    text: say(`drop.${value}Text`),
  }));
  const title = id ? say('drop.title', { id }) : say('drop.titleAll');
  const how = await confirmed({ title, text: say('drop.text'), action: say('sessions.drop'), choices: ways });
  if (!how) return;
  try {
    const { dropped } = await remove(id ? `sessions/${piece(id)}` : 'sessions', { how });
    tell(say('drop.done', { n: dropped }));
    void live.refresh();
  } catch (problem) {
    tellProblem(problem);
  }
}

/** The last PDUs of a session, with one of them open. */
function trafficOf(signal, words) {
  const card = pdu(signal);
  const title = make('h2');
  const search = make('input', {
    type: 'search',
    placeholder: say('sessions.search'),
    'aria-label': say('sessions.search'),
    autocomplete: 'off',
  });
  const list = make('ul.rows', { 'aria-label': say('sessions.pdus') });
  const fresh = make(
    'button.button.small',
    { type: 'button', on: { click: () => load() } },
    icon('reset', 14),
    say('sessions.fresh'),
  );
  const head = make(
    'div.tophead',
    {},
    make('div.line1', {}, title, fresh),
    make('label.find', {}, icon('search', 15), search),
  );
  const element = make(
    'div.traffic',
    { hidden: true },
    make('section.card.inbox', { 'aria-label': say('sessions.pdus') }, head, list),
    make('section.card.pdu-card', { 'aria-label': say('pdu.title') }, card.element),
  );
  let shownId = null;
  let items = [];
  async function load() {
    const { id, pdu: chosen } = words();
    try {
      items = (await get('pdus', { session: id, q: search.value.trim(), limit: LAST })).items;
      fill(
        list,
        items.length > 0
          ? items.map((each) => pduRow(each, words()))
          : make('li.nobody', { text: say('sessions.noPdus') }),
      );
      if (!chosen && items.length > 0) go('sessions', { id, pdu: items[0].id }, true);
    } catch (problem) {
      fill(list, make('li.problem', { role: 'alert', text: sentence(problem) }));
    }
  }
  search.addEventListener('input', afterPause(250, load));
  const move = (step) => {
    const at = items.findIndex((each) => each.id === words().pdu);
    const target = items[Math.max(0, Math.min(items.length - 1, at + step))];
    if (!target) return;
    go('sessions', { id: words().id, pdu: target.id }, true);
    list.querySelector('[aria-current]')?.focus();
  };
  return {
    element,
    search,
    move,
    show: (given) => {
      element.hidden = !given.id;
      if (!given.id) return void (shownId = null);
      fill(title, say('facts.session', { id: given.id }));
      if (shownId !== given.id) {
        shownId = given.id;
        card.say(say('sessions.choose'));
        void load();
      } else markRows(list, items, given);
      if (given.pdu) void card.show(given.pdu);
    },
  };
}

function markRows(list, items, words) {
  items.forEach((each, index) => {
    const link = list.children[index]?.firstElementChild;
    if (each.id === words.pdu) link?.setAttribute('aria-current', 'true');
    else link?.removeAttribute('aria-current');
  });
}

function pduRow(each, words) {
  const way = each.direction === 'in' ? 'incoming' : 'outgoing';
  const bad = each.problem ?? (each.status && each.status !== 'ESME_ROK' ? each.status : '');
  const head = make(
    'span.line1',
    {},
    make('b.mono', { text: each.command }),
    make('time.tiny.third.numbers', { text: exactClock(each.at), title: clock(each.at) }),
  );
  const below = make(bad ? 'span.text.tiny.red-text' : 'span.text.tiny.second', {
    text: bad || say('sessions.sequence', { number: String(each.sequence), n: each.length }),
  });
  const mark = make(
    `span.mark.${bad ? 'red' : 'gray'}`,
    {},
    icon(way, 14),
    make('span.unseen', { text: say(each.direction === 'in' ? 'pdu.in' : 'pdu.out') }),
  );
  const address = addressOf('sessions', { id: words.id, pdu: each.id });
  return make(
    'li',
    {},
    make(
      'a.row',
      { href: address, 'aria-current': each.id === words.pdu ? 'true' : null },
      mark,
      make('span.grow', {}, head, below),
    ),
  );
}
