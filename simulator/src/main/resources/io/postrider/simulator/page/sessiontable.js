import { piece, remove } from './api.js';
import { confirmed, tell, tellProblem } from './dialogs.js';
import { fill, make, oncePerFrame } from './elements.js';
import { icon } from './icons.js';
import { live } from './live.js';
import { ago, count, day, octets } from './numbers.js';
import { addressOf } from './places.js';
import { hasWords, say } from './words.js';

const COLUMNS = ['session', 'account', 'remote', 'submits', 'rate', 'window', 'receipts', 'octets', 'heard', 'drop'];
const COLOURS = { transceiver: 'green', transmitter: 'sky', receiver: 'sky', open: 'amber', unbound: 'gray' };
const WAYS = ['close', 'reset', 'unbind'];

/** All sessions as a table, drawn anew when they change unless somebody is about to press a button in it. */
export function sessionTable(signal, words) {
  const body = make('tbody');
  const names = COLUMNS.map((name) => make('th', { scope: 'col', text: say(`sessions.${name}`) }));
  const caption = make('caption.unseen', { text: say('sessions.title') });
  const table = make('table.grid.stack.numbers', {}, caption, make('thead', {}, make('tr', {}, names)), body);
  const empty = nobody();
  const dropAll = { type: 'button', text: say('sessions.dropAll'), on: { click: () => drop('') } };
  const all = make('button.button.small.danger-text', dropAll);
  const hint = make('span.small.third', { text: say('sessions.hint') });
  const head = make('header', {}, make('h2', { text: say('sessions.title') }), hint, all);
  const draw = oncePerFrame(() => {
    const none = live.sessions.length === 0;
    for (const each of [table, all, hint]) each.hidden = none;
    empty.hidden = !none;
    if (body.contains(document.activeElement)) return;
    fill(
      body,
      live.sessions.map((session) => rowOf(session, words().id === session.id)),
    );
  });
  live.on('sessions', draw, signal);
  body.addEventListener('focusout', draw);
  return {
    draw,
    element: make('section.card.session-table', { 'aria-label': say('sessions.title') }, head, table, empty),
  };
}

function nobody() {
  return make(
    'div.empty',
    {},
    icon('plug', 28),
    make('h2', { text: say('sessions.none') }),
    make('p.small.third', { text: say('sessions.noneText') }),
    make('a.button', { href: addressOf('help'), text: say('sessions.how') }),
  );
}

const beside = (text) => make('span.tiny.third', { text });

function rowOf(session, chosen) {
  const cells = Object.entries(cellsOf(session)).map(([key, value]) =>
    make(`td.${key}`, { data: { name: say(`sessions.${key}`) } }, make('div', {}, value)),
  );
  return make(chosen ? 'tr.chosen' : 'tr', {}, nameOf(session, chosen), cells);
}

function nameOf(session, chosen) {
  const bind = hasWords(`bind.${session.bind}`) ? say(`bind.${session.bind}`) : session.bind;
  const text = say('facts.session', { id: session.id });
  const name = make('a', { href: addressOf('sessions', { id: session.id }), 'aria-current': chosen && 'true', text });
  return make('th', { scope: 'row' }, name, make(`span.pill.${COLOURS[session.bind] ?? 'gray'}`, { text: bind }));
}

function cellsOf(session) {
  const about = [session.tls && 'TLS', session.systemType, `SMPP ${session.interfaceVersion ?? '–'}`];
  const { refused, receiptsUnanswered: open } = session;
  const press = { type: 'button', text: say('sessions.drop'), on: { click: () => drop(session.id) } };
  const name = `${say('sessions.drop')}: ${say('facts.session', { id: session.id })}`;
  return {
    account: session.account ?? say('sessions.nobody'),
    remote: [make('span.mono', { text: session.remote }), beside(about.filter(Boolean).join(', '))],
    submits: [
      count(session.submits),
      refused > 0 && make('span.tiny.red-text', { text: say('figure.refused', { n: refused }) }),
    ],
    rate: say('sessions.perSecond', { n: session.rate ?? 0 }),
    window: [count(session.unanswered), beside(say('sessions.highest', { n: session.highestWindow ?? 0 }))],
    receipts: [count(session.receipts), open > 0 && beside(say('figure.unanswered', { n: open }))],
    octets: [
      say('sessions.octetsIn', { octets: octets(session.octetsIn) }),
      session.octetsOut !== undefined && beside(say('sessions.octetsOut', { octets: octets(session.octetsOut) })),
    ],
    heard: make('time', { title: day(session.heardAt), text: ago(session.heardAt) }),
    drop: make('button.button.small', { ...press, 'aria-label': name }),
  };
}

async function drop(id) {
  const choices = WAYS.map((value) => ({
    value,
    word: say(`drop.${value}`),
    text: say(`drop.${value}Text`),
  }));
  const title = id ? say('drop.title', { id }) : say('drop.titleAll');
  const how = await confirmed({
    title,
    text: say('drop.text'),
    action: say('sessions.drop'),
    choices,
  });
  if (!how) return;
  try {
    const { dropped } = await remove(id ? `sessions/${piece(id)}` : 'sessions', { how });
    tell(say('drop.done', { n: dropped }));
    void live.refresh();
  } catch (problem) {
    tellProblem(problem);
  }
}
