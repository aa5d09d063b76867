import { get } from './api.js';
import { sentence } from './dialogs.js';
import { afterPause, fill, make } from './elements.js';
import { icon } from './icons.js';
import { exactClock } from './numbers.js';
import { pdu } from './pdu.js';
import { addressOf, go } from './places.js';
import { say } from './words.js';

const LAST = 50;

/** The last PDUs of a session, with one of them open. */
class Traffic {
  #words = {};
  #shown = null;
  #items = [];
  #asked = null;

  constructor(signal) {
    this.card = pdu(signal);
    this.title = make('h2');
    const search = say('sessions.search');
    this.search = make('input', { type: 'search', placeholder: search, 'aria-label': search, autocomplete: 'off' });
    const seek = afterPause(250, () => this.#load());
    this.search.addEventListener('input', seek);
    this.list = make('ul.rows', { 'aria-label': say('sessions.pdus'), data: { arrows: '' } });
    this.list.addEventListener('keydown', (event) => this.#arrows(event));
    const again = { type: 'button', on: { click: () => this.#load() } };
    const fresh = make('button.button.small', again, icon('reset', 14), say('sessions.fresh'));
    const find = make('label.find', {}, icon('search', 15), this.search);
    const head = make('div.tophead', {}, make('div.line1', {}, this.title, fresh), find);
    const left = make('section.card.inbox', { 'aria-label': say('sessions.pdus') }, head, this.list);
    const right = make('section.card.pdu-card', { 'aria-label': say('pdu.title') }, this.card.element);
    this.element = make('div.traffic', { hidden: true }, left, right);
    signal.addEventListener('abort', () => this.#asked?.abort());
  }

  show(words) {
    this.#words = words;
    this.element.hidden = !words.id;
    const other = this.#shown !== words.id;
    this.#shown = words.id;
    if (!words.id) return;
    fill(this.title, say('facts.session', { id: words.id }));
    if (other) {
      this.search.value = '';
      this.card.say(say('sessions.choose'));
      void this.#load();
    } else this.#mark();
    if (words.pdu) void this.card.show(words.pdu);
  }

  move = (step) => {
    if (!this.#words.id || this.#items.length === 0) return;
    const now = this.#items.findIndex((each) => each.id === this.#words.pdu);
    const target = this.#items[Math.max(0, Math.min(this.#items.length - 1, now + step))];
    go('sessions', { id: this.#words.id, pdu: target.id }, true);
    this.list.querySelector('[aria-current]')?.focus();
  };

  async #load() {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    const { id } = this.#words;
    try {
      const query = { session: id, q: this.search.value.trim(), limit: LAST };
      this.#items = (await get('pdus', query, asked.signal)).items;
      const rows = this.#items.map((each) => rowOf(each, id));
      fill(this.list, rows.length > 0 ? rows : make('li.nobody', { text: say('sessions.noPdus') }));
      this.#mark();
      if (!this.#words.pdu && rows.length > 0) go('sessions', { id, pdu: this.#items[0].id }, true);
    } catch (problem) {
      if (problem.name !== 'AbortError')
        fill(this.list, make('li.problem', { role: 'alert', text: sentence(problem) }));
    }
  }

  #mark() {
    const chosen = this.#items.findIndex((each) => each.id === this.#words.pdu);
    this.#items.forEach((_each, index) => {
      const link = this.list.children[index]?.firstElementChild;
      if (!link) return;
      link.tabIndex = index === Math.max(0, chosen) ? 0 : -1;
      if (index === chosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
  }

  #arrows(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.move(step);
  }
}

function rowOf(each, session) {
  const bad = each.problem ?? (each.status && each.status !== 'ESME_ROK' ? each.status : '');
  const time = make('time.tiny.third.numbers', { text: exactClock(each.at) });
  const head = make('span.line1', {}, make('b.mono', { text: each.command }), time);
  const text = bad || say('sessions.sequence', { number: String(each.sequence), n: each.length });
  const below = make(bad ? 'span.text.tiny.red-text' : 'span.text.tiny.second', { text });
  const way = make('span.unseen', { text: say(each.direction === 'in' ? 'pdu.in' : 'pdu.out') });
  const mark = make(
    `span.mark.${bad ? 'red' : 'gray'}`,
    {},
    icon(each.direction === 'in' ? 'incoming' : 'outgoing', 14),
    way,
  );
  const address = addressOf('sessions', { id: session, pdu: each.id });
  return make('li', {}, make('a.row', { href: address }, mark, make('span.grow', {}, head, below)));
}

export const traffic = (signal) => new Traffic(signal);
