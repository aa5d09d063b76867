import { get, piece } from './api.js';
import { sentence } from './dialogs.js';
import { fill, make } from './elements.js';
import { icon } from './icons.js';
import { exactClock, visible } from './numbers.js';
import { dump } from './octets.js';
import { say } from './words.js';

const HEAD = 4;
const FEW = 6;
const LONG = 300;
const PLAIN = /^(00|30)?$/;

/** A field that says nothing: one octet of zero, or an empty text. */
const silent = (field, index) => index >= HEAD && !field.problem && PLAIN.test(field.hex) && field.length <= 1;

/** One PDU: its fields, what is wrong with them, and its octets. */
class Pdu {
  #asked = null;
  #all = false;

  constructor(signal) {
    this.title = make('h2.mono-title');
    this.when = make('span.small.third.numbers');
    this.status = make('span.pill.red', { hidden: true });
    this.side = make('div.side');
    this.fields = make('tbody');
    const caption = make('caption.unseen', { text: say('pdu.fields') });
    const names = ['pdu.name', 'pdu.value', 'pdu.hex'].map((name) => make('th', { scope: 'col', text: say(name) }));
    this.table = make('table.fields.mono', {}, caption, make('thead.unseen', {}, make('tr', {}, names)), this.fields);
    this.dump = dump(signal);
    this.verdict = make('div.verdict.small');
    this.head = make('header', {}, this.title, this.when, this.status, this.side);
    this.body = make('div.pdu-body', {}, this.table, this.dump.element, this.verdict);
    this.element = make('div.pdu', {}, this.head, this.body);
    this.table.addEventListener('mouseleave', () => this.#light(this.focused));
    signal.addEventListener('abort', () => this.#asked?.abort());
  }

  /** @param {string} id of the PDU; `more` is a sentence added when nothing is wrong */
  async show(id, more = '') {
    this.more = more;
    if (this.pdu?.id === id) {
      this.#verdict();
      return;
    }
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    try {
      this.pdu = await get(`pdus/${piece(id)}`, {}, asked.signal);
      this.#draw();
    } catch (problem) {
      if (problem.name !== 'AbortError') this.say(sentence(problem), true);
    }
  }

  /** A sentence in the place of a PDU. */
  say(text, bad = false) {
    this.#asked?.abort();
    this.pdu = null;
    fill(this.title, say('pdu.title'));
    fill(this.when);
    this.status.hidden = true;
    this.table.hidden = true;
    this.dump.element.hidden = true;
    fill(this.verdict, icon(bad ? 'alert' : 'pieces'), make('span', { text }));
  }

  #draw() {
    const { command, at, session, status, direction } = this.pdu;
    fill(this.title, command);
    const way = say(direction === 'in' ? 'pdu.in' : 'pdu.out');
    fill(this.when, say('pdu.when', { time: exactClock(at), session, way }));
    this.status.hidden = !status || status === 'ESME_ROK';
    fill(this.status, icon('alert', 14), status ?? '');
    this.table.hidden = false;
    this.dump.element.hidden = false;
    this.focused = null;
    this.#all = false;
    this.dump.show(this.pdu.hex);
    this.#drawFields();
    this.#verdict();
  }

  #drawFields() {
    const fields = this.pdu.fields;
    const quiet = this.#all ? [] : fields.filter(silent);
    const hidden = quiet.length > 1 ? new Set(quiet) : new Set();
    const rows = fields.filter((field) => !hidden.has(field)).map((field) => this.#row(field));
    if (rows.length > 0) rows[0].tabIndex = 0;
    fill(this.fields, rows, hidden.size > 0 && this.#moreRow(hidden.size));
  }

  #row(field) {
    const value = visible(field.value).slice(0, LONG) + (field.value.length > LONG ? '…' : '');
    const words = make(
      'td',
      {},
      make('bdi', { text: value || say('pdu.empty') }),
      field.note && make('span.note', { text: `, ${field.note}` }),
    );
    if (field.problem) words.append(make('span.wrong-text', { lang: 'en' }, icon('alert', 12), field.problem));
    const octets = field.hex.split(' ');
    const few = octets.slice(0, FEW).join(' ') + (octets.length > FEW ? ' …' : '');
    const row = make(
      field.problem ? 'tr.wrong' : 'tr',
      { tabindex: -1 },
      make('th', { scope: 'row', text: field.name }),
      words,
      make('td.hex', { text: few }),
    );
    row.addEventListener('mouseenter', () => this.#light(field, row));
    row.addEventListener('focus', () => {
      this.focused = field;
      this.#light(field, row);
    });
    row.addEventListener('keydown', (event) => this.#arrows(event, row));
    row.dataset.arrows = '';
    return row;
  }

  #moreRow(n) {
    const show = () => {
      this.#all = true;
      this.#drawFields();
      this.fields.firstElementChild.focus();
    };
    const button = make('button.link', { type: 'button', text: say('pdu.quiet', { n }), on: { click: show } });
    return make('tr.quiet', {}, make('td', { colspan: 3 }, button));
  }

  #light(field, row) {
    for (const each of this.fields.querySelectorAll('.lit-row')) each.classList.remove('lit-row');
    if (!field) {
      this.dump.light(0, 0);
      return;
    }
    row?.classList.add('lit-row');
    this.dump.light(field.offset, field.length, Boolean(field.problem), true);
  }

  #arrows(event, row) {
    const target = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key];
    if (!target || target.classList.contains('quiet')) return;
    event.preventDefault();
    event.stopPropagation();
    row.tabIndex = -1;
    target.tabIndex = 0;
    target.focus();
  }

  #verdict() {
    const { problems = [], fields } = this.pdu;
    const beside = new Set(fields.map((field) => field.problem));
    const all = problems.length > 0 ? problems : [...beside].filter(Boolean);
    if (all.length === 0) {
      fill(
        this.verdict,
        make('span.green-text', {}, icon('fine')),
        make('span', { text: [say('pdu.fine'), this.more].filter(Boolean).join(' ') }),
      );
      return;
    }
    const list = make(
      'ul',
      { lang: 'en' },
      all.map((text) => make('li', { text })),
    );
    fill(
      this.verdict,
      make('span.red-text', {}, icon('alert')),
      make('div', {}, make('b', { text: say('pdu.wrong', { n: all.length }) }), list),
    );
  }
}

export const pdu = (signal) => new Pdu(signal);
