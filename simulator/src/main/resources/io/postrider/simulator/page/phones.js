import { get } from './api.js';
import { sentence } from './dialogs.js';
import { afterPause, fill, make } from './elements.js';
import { firstSteps } from './help.js';
import { icon } from './icons.js';
import { live } from './live.js';
import { clock, day, phoneNumber, visible } from './numbers.js';
import { phone } from './phone.js';
import { addressOf, go } from './places.js';
import { lineOf } from './row.js';
import { stateMark } from './states.js';
import { say } from './words.js';

const PAGE = 50;
const MOST_MESSAGES = 50;

/** All phones that got something, and the conversation of one. */
export function phonesView(root, signal) {
  const list = new Phones(signal);
  const screen = phone(signal, say('phones.nobody'));
  const nobody = () => make('p.nobody', { text: say('phones.nobody') });
  const messages = make('section.card.phone-messages', { 'aria-label': say('phones.messages') }, nobody());
  const close = () => go('phones', { ...list.words, phone: '' });
  const back = make('button.button.back', { type: 'button', on: { click: close } }, icon('back'), say('view.phones'));
  async function load() {
    const number = list.words.phone;
    if (!number) return;
    try {
      await screen.show(number);
      fill(messages, headOf(screen.found), rowsOf(screen.found.items));
    } catch (problem) {
      if (problem.name !== 'AbortError')
        fill(messages, make('p.problem', { role: 'alert' }, icon('alert'), sentence(problem)));
    }
  }
  const again = afterPause(400, load);
  live.on('messages', (bundle) => bundle.some((each) => each.phone === list.words.phone) && again(), signal);
  live.on('reset', () => close(), signal);
  const middle = make('section.column', { 'aria-label': say('messages.phone') }, screen.element);
  root.append(make('div.three', {}, list.element, back, middle, messages));
  return {
    search: list.search,
    move: list.move,
    back: () => Boolean(list.words.phone) && document.body.classList.contains('detail') && (close(), true),
    show(words) {
      const other = words.phone !== list.words.phone;
      document.body.classList.toggle('detail', Boolean(words.phone));
      list.show(words);
      if (!other) return;
      screen.clear();
      fill(messages, nobody());
      void load();
    },
  };
}

function headOf(found) {
  const words = [
    say('phones.accepted', { n: found.accepted }),
    say('phones.of', { n: found.submits }),
    say(found.clicked ? 'phones.clicked' : 'phones.notClicked'),
  ];
  return make(
    'header',
    {},
    make('h2', { text: say('phones.messages') }),
    make('span.small.third', { text: words.join(', ') }),
  );
}

function rowsOf(items) {
  const rows = items.slice(0, MOST_MESSAGES).map((message) => {
    const address = addressOf('messages', { id: message.id });
    const text = lineOf(message);
    const head = make(
      'span.line1',
      {},
      make('b', {}, make('bdi', { text: phoneNumber(message.from) })),
      make('time.tiny.third.numbers', { title: day(message.submittedAt), text: clock(message.submittedAt) }),
    );
    return make(
      'li',
      {},
      make(
        'a.row',
        { href: address },
        stateMark(message.state),
        make('span.grow', {}, head, make('span.text.tiny.second', { dir: 'auto', text })),
      ),
    );
  });
  return make('ul.rows.free', {}, rows);
}

class Phones {
  words = {};
  items = [];
  next = null;
  #asked = null;

  constructor(signal) {
    this.search = make('input', {
      type: 'search',
      placeholder: say('phones.search'),
      'aria-label': say('phones.search'),
      autocomplete: 'off',
      spellcheck: 'false',
    });
    const seek = () => go('phones', { ...this.words, q: this.search.value.trim(), phone: '' }, true);
    this.search.addEventListener('input', afterPause(250, seek));
    this.list = make('ul.rows', { 'aria-label': say('phones.list'), data: { arrows: '' } });
    this.list.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      this.move(step);
    });
    this.empty = make('div');
    this.more = make('button.button.small', {
      type: 'button',
      text: say('phones.more'),
      hidden: true,
      on: { click: () => this.load(this.next) },
    });
    const head = make('div.tophead', {}, make('label.find', {}, icon('search', 15), this.search));
    this.element = make(
      'section.card.inbox',
      { 'aria-label': say('phones.list') },
      head,
      this.empty,
      this.list,
      make('div.ends', {}, this.more),
    );
    live.on('reset', () => this.load(), signal);
    live.on('back', () => this.load(), signal);
    signal.addEventListener('abort', () => this.#asked?.abort());
  }

  show(words) {
    const other = this.words.q !== words.q || !this.loaded;
    this.words = words;
    if (document.activeElement !== this.search) this.search.value = words.q ?? '';
    if (other) void this.load();
    else this.#mark();
  }

  async load(after) {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    this.loaded = true;
    try {
      const answer = await get('phones', { q: this.words.q, after, limit: PAGE }, asked.signal);
      this.items = after ? [...this.items, ...answer.items] : answer.items;
      this.next = answer.next;
      this.#draw();
    } catch (problem) {
      if (problem.name !== 'AbortError')
        fill(this.empty, make('div.empty', { role: 'alert' }, make('p', { text: sentence(problem) })));
    }
  }

  move = (step) => {
    const now = this.items.findIndex((each) => each.phone === this.words.phone);
    const at = Math.max(0, Math.min(this.items.length - 1, now + step));
    if (!this.items[at]) return;
    go('phones', { ...this.words, phone: this.items[at].phone }, true);
    this.list.children[at].firstElementChild.focus();
  };

  #draw() {
    fill(
      this.list,
      this.items.map((each) => phoneRow(each)),
    );
    this.more.hidden = !this.next;
    const nothing = this.items.length === 0;
    fill(
      this.empty,
      nothing &&
        (this.words.q
          ? make('div.empty', {}, icon('search', 28), make('h2', { text: say('phones.none') }))
          : firstSteps()),
    );
    this.#mark();
  }

  #mark() {
    const chosen = this.items.findIndex((each) => each.phone === this.words.phone);
    [...this.list.children].forEach((item, index) => {
      const link = item.firstElementChild;
      link.href = addressOf('phones', { ...this.words, phone: this.items[index].phone });
      link.tabIndex = index === Math.max(0, chosen) ? 0 : -1;
      if (index === chosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
  }
}

function phoneRow(each) {
  const number = make('b.numbers', {}, make('bdi', { text: phoneNumber(each.phone) }));
  const words = make('span.tiny.third', { text: say('phones.count', { n: each.messages }) });
  const text = make('span.text.tiny.second', {
    dir: 'auto',
    text: visible(each.text).slice(0, 120) || say('inbox.noText'),
  });
  return make('li', {}, make('a.row', {}, make('span.grow', {}, make('span.line1', {}, number, words), text)));
}
