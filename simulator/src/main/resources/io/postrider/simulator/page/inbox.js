import { get } from './api.js';
import { sentence } from './dialogs.js';
import { afterPause, fill, make, oncePerFrame } from './elements.js';
import { firstSteps } from './help.js';
import { icon } from './icons.js';
import { live } from './live.js';
import { addressOf, go } from './places.js';
import { messageRow } from './row.js';
import { FAILED } from './states.js';
import { say } from './words.js';

const MOST = 200;
const PAGE = 50;
const FILTERS = { all: '', failed: 'failed', incomplete: 'incomplete' };

/** The live list of messages, newest first. */
class Inbox {
  words = {};
  items = [];
  next = null;
  following = true;
  cut = false;
  problem = '';
  loaded = false;
  #rows = new Map();
  #asked = null;
  #counted = null;
  #fresh = 0;
  #draw = oncePerFrame(() => this.#drawNow());

  constructor(signal, wide) {
    this.wide = wide;
    this.signal = signal;
    this.list = make('ul.rows', { 'aria-label': say('inbox.list'), data: { arrows: '' } });
    this.list.addEventListener('keydown', (event) => this.#arrows(event));
    this.empty = make('div');
    this.older = make('button.button.small', {
      type: 'button',
      text: say('inbox.older'),
      on: { click: () => this.page() },
    });
    this.marker = make('button.marker', { type: 'button', on: { click: () => this.#toggle() } });
    live.on('messages', (bundle) => this.#arrived(bundle), signal);
    live.on('statistics', (statistics) => this.#counting(statistics), signal);
    live.on('reset', () => this.load(), signal);
    live.on('back', () => this.load(), signal);
    signal.addEventListener('abort', () => this.#asked?.abort());
  }

  get plain() {
    return !this.words.q && !this.words.filter;
  }

  show(words) {
    const other = !this.loaded || words.q !== this.words.q || words.filter !== this.words.filter;
    this.words = words;
    if (other) void this.load();
    this.#draw();
  }

  /** The newest page, as the filters want it. */
  async load(limit = PAGE) {
    const answer = await this.#ask({ limit });
    if (!answer) return;
    this.items = answer.items.filter((each) => this.#fits(each));
    this.next = answer.next;
    this.following = true;
    this.cut = false;
    this.#fresh = 0;
    this.loaded = true;
    this.#draw();
    this.#chooseFirst();
  }

  /** Older ones at the foot; beyond the most we draw the newest go and the list stands still. */
  async page() {
    if (this.cut) await this.load(MOST);
    if (!this.next) return;
    const answer = await this.#ask({ limit: PAGE, before: this.next });
    if (!answer) return;
    const known = new Set(this.items.map((each) => each.id));
    const all = [...this.items, ...answer.items.filter((each) => !known.has(each.id))];
    this.following &&= all.length <= MOST;
    this.items = all.slice(-MOST);
    this.next = answer.next;
    this.#draw();
  }

  move = (step) => {
    const now = this.items.findIndex((each) => each.id === this.words.id);
    const target = this.items[Math.max(0, Math.min(this.items.length - 1, now + step))];
    if (!target) return;
    this.#choose(target.id, true);
    this.#drawNow();
    this.#rows.get(target.id)?.link.focus();
  };

  /** Where there is room for it, a message is always open. */
  #chooseFirst() {
    if (!this.words.id && this.items.length > 0 && this.wide()) this.#choose(this.items[0].id, true);
  }

  #choose(id, replace) {
    go('messages', { ...this.words, id, pdu: '' }, replace);
  }

  async #ask(more) {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const state = FILTERS[this.words.filter] ?? '';
      const answer = await get('messages', { q: this.words.q, state, ...more }, asked.signal);
      this.problem = '';
      return answer;
    } catch (problem) {
      if (problem.name === 'AbortError') return null;
      this.problem = sentence(problem);
      this.#draw();
      return null;
    }
  }

  #fits({ state }) {
    if (this.words.filter === 'failed') return FAILED.includes(state);
    return this.words.filter !== 'incomplete' || state === 'incomplete';
  }

  #arrived(bundle) {
    let wanted = false;
    const first = this.items.length === 0;
    for (const message of bundle) {
      const at = this.items.findIndex((each) => each.id === message.id);
      if (at >= 0) this.items[at] = message;
      else if (this.plain && this.following && this.loaded) this.#insert(message);
      else wanted = true;
    }
    if (wanted && this.following && !this.plain) this.#loadLater();
    if (first) this.#chooseFirst();
    this.#draw();
  }

  #insert(message) {
    this.#fresh += 1;
    const number = Number(message.id);
    const at = this.items.findIndex((each) => Number(each.id) < number);
    this.items.splice(at < 0 ? this.items.length : at, 0, message);
    if (this.items.length > MOST) {
      this.items.length = MOST;
      this.cut = true;
    }
  }

  /** When more came than were told one by one, the page is asked for. */
  #counting(statistics) {
    const came = this.#counted === null ? 0 : statistics.messages - this.#counted;
    this.#counted = statistics.messages;
    if (came > this.#fresh && this.following && this.loaded && this.list.scrollTop < 40) void this.load();
    this.#fresh = 0;
  }

  #loadLater = afterPause(300, () => this.following && !this.signal.aborted && this.load());

  #toggle() {
    if (this.following) this.following = false;
    else void this.load();
    this.#draw();
  }

  #arrows(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.move(step);
  }

  #drawNow() {
    if (this.signal.aborted) return;
    const kept = new Set(this.items.map((each) => each.id));
    for (const [id, row] of this.#rows) {
      if (kept.has(id)) continue;
      if (row.item.contains(document.activeElement)) this.list.focus();
      row.item.remove();
      this.#rows.delete(id);
    }
    const reachable = kept.has(this.words.id) ? this.words.id : this.items[0]?.id;
    let before = null;
    for (const message of this.items) {
      const row = this.#row(message);
      row.select(
        message.id === this.words.id,
        message.id === reachable,
        addressOf('messages', { ...this.words, id: message.id, pdu: '' }),
      );
      const expected = before ? before.nextSibling : this.list.firstChild;
      if (expected !== row.item) this.list.insertBefore(row.item, expected);
      before = row.item;
    }
    this.#drawEnds();
  }

  #row(message) {
    let row = this.#rows.get(message.id);
    if (!row) this.#rows.set(message.id, (row = messageRow(message)));
    row.write(message);
    return row;
  }

  #drawEnds() {
    this.older.hidden = !this.next && !this.cut;
    this.marker.classList.toggle('on', this.following);
    fill(this.marker, icon(this.following ? 'pause' : 'play', 12), say(this.following ? 'inbox.live' : 'inbox.still'));
    this.marker.title = say(this.following ? 'inbox.pause' : 'inbox.newest');
    const kind = this.problem || (this.loaded && this.items.length === 0 ? (this.plain ? 'first' : 'none') : '');
    if (this.empty.dataset.kind === kind) return;
    this.empty.dataset.kind = kind;
    fill(
      this.empty,
      kind && (this.problem ? failing(this.problem, () => this.load()) : this.plain ? firstSteps() : nothing()),
    );
  }
}

const nothing = () =>
  make(
    'div.empty',
    {},
    icon('search', 28),
    make('h2', { text: say('inbox.none') }),
    make('a.button', { href: addressOf('messages'), text: say('inbox.clear') }),
  );

function failing(text, again) {
  return make(
    'div.empty',
    { role: 'alert' },
    icon('alert', 28),
    make('p', { text }),
    make('button.button', { type: 'button', text: say('again'), on: { click: again } }),
  );
}

const searchBox = () =>
  make('input', {
    type: 'search',
    placeholder: say('inbox.search'),
    'aria-label': say('inbox.search'),
    autocomplete: 'off',
    spellcheck: 'false',
  });

/** The list with its search and filters. */
export function inbox(signal, wide) {
  const search = searchBox();
  const model = new Inbox(signal, wide);
  const other = (words, replace) => go('messages', { ...model.words, ...words, id: '', pdu: '' }, replace);
  search.addEventListener(
    'input',
    afterPause(250, () => other({ q: search.value.trim() }, true)),
  );
  const chips = Object.keys(FILTERS).map((filter) => {
    const choose = () => other({ filter: filter === 'all' ? '' : filter });
    const given = { type: 'button', text: say(`inbox.${filter}`), data: { filter }, on: { click: choose } };
    return make('button.chip', given);
  });
  const group = make('div.chip-group', { role: 'group', 'aria-label': say('inbox.filters') }, chips);
  const find = make('label.find', {}, icon('search', 15), search);
  const head = make('div.tophead', {}, find, make('div.chips', {}, group, model.marker));
  const parts = [head, model.empty, model.list, make('div.ends', {}, model.older)];
  const element = make('section.card.inbox', { 'aria-label': say('view.messages') }, parts);
  const show = (words) => {
    if (document.activeElement !== search) search.value = words.q ?? '';
    for (const chip of chips)
      chip.setAttribute('aria-pressed', String(chip.dataset.filter === (words.filter || 'all')));
    model.show(words);
  };
  return { element, search, show, move: model.move };
}
