import { get, piece } from './api.js';
import { sentence } from './dialogs.js';
import { exchange } from './exchange.js';
import { facts } from './facts.js';
import { figuresRow } from './figures.js';
import { afterPause, fill, make } from './elements.js';
import { icon } from './icons.js';
import { inbox } from './inbox.js';
import { live } from './live.js';
import { phone } from './phone.js';
import { go } from './places.js';
import { say } from './words.js';

const PAUSE = 60;
const AGAIN = 700;
const WIDE = matchMedia('(min-width: 721px)');

/** The list, the phone and the PDUs of one message. */
class Messages {
  #words = {};
  #loading = null;
  #seen = null;
  #again = 0;
  #loadSoon = afterPause(PAUSE, (id) => this.#load(id));

  constructor(root, signal) {
    this.signal = signal;
    this.list = inbox(signal, () => WIDE.matches);
    this.screen = phone(signal);
    this.about = facts(() => this.#close());
    this.pdus = exchange(signal, (pdu) => go('messages', { ...this.#words, pdu }, true));
    this.problem = make('p.problem.card', { role: 'alert', hidden: true });
    this.search = this.list.search;
    this.move = this.list.move;
    this.#draw(root);
    live.on('messages', (bundle) => bundle.some((each) => this.#touches(each)) && this.#loadAgain(), signal);
    live.on('reset', () => this.#close(), signal);
    live.on('back', () => this.#words.id && this.#load(this.#words.id), signal);
    signal.addEventListener('abort', () => this.#loading?.abort());
  }

  #draw(root) {
    const close = { click: () => this.#close() };
    const back = make('button.button.back', { type: 'button', on: close }, icon('back'), say('view.messages'));
    const parts = [this.screen.element, this.about.element];
    const middle = make('section.column', { 'aria-label': say('messages.phone') }, parts);
    const three = make('div.three', {}, this.list.element, back, middle, this.pdus.element);
    root.append(figuresRow(this.signal), this.problem, three);
  }

  show(words) {
    const other = words.id !== this.#words.id;
    this.#words = words;
    document.body.classList.toggle('detail', Boolean(words.id));
    this.list.show(words);
    if (!words.id) this.#clear();
    else if (other) this.#loadSoon(words.id);
    else if (this.#seen?.id === words.id) this.pdus.show(this.#seen, words.pdu);
    if (other && words.id && !WIDE.matches) scrollTo(0, 0);
  }

  back() {
    if (!this.#words.id || WIDE.matches) return false;
    this.#close();
    return true;
  }

  #touches(message) {
    return message.id === this.#words.id || message.phone === this.#seen?.phone;
  }

  #close() {
    if (this.#words.id) go('messages', { ...this.#words, id: '', pdu: '' });
  }

  #clear() {
    this.#seen = null;
    this.problem.hidden = true;
    for (const part of [this.screen, this.about, this.pdus]) part.clear();
  }

  async #load(id) {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    try {
      const message = await get(`messages/${piece(id)}`, {}, loading.signal);
      if (id !== this.#words.id) return;
      this.problem.hidden = true;
      this.#seen = message;
      this.about.show(message);
      this.pdus.show(message, this.#words.pdu);
      await this.screen.show(message.phone, message.from, message);
    } catch (reason) {
      // That nobody answers is said on top of the page.
      if (!reason.status) return;
      fill(this.problem, icon('alert'), make('span', { text: sentence(reason) }));
      this.problem.hidden = false;
    }
  }

  /** At most once in a while, and the last wish is never lost. */
  #loadAgain() {
    if (this.#again) return;
    this.#again = setTimeout(() => {
      this.#again = 0;
      if (!this.signal.aborted && this.#seen?.id === this.#words.id) void this.#load(this.#words.id);
    }, AGAIN);
  }
}

export const messagesView = (root, signal) => new Messages(root, signal);
