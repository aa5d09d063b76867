import { get } from './api.js';
import { oncePerFrame } from './elements.js';

const MOST_WAITING = 200;
/** Nobody reads faster than this; what comes in between is shown together. */
const BUNDLE = 150;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 10_000;

/**
 * What the simulator tells by itself. Messages are handed on in bundles, a few a second, each before a frame; figures, sessions and behaviour
 * are kept, so that a view that opens has them at once.
 *
 * Events: `messages` (detail: array), `statistics`, `sessions`, `behaviour`, `reset`, `line` (whether it answers), `back` (it answers again).
 */
class Live extends EventTarget {
  statistics = null;
  sessions = [];
  behaviour = null;
  answers = null;
  #waiting = new Map();
  #source = null;
  #pause = FIRST_PAUSE;
  #bundling = 0;
  #handOn = oncePerFrame(() => this.#flush());

  start() {
    this.#source?.close();
    const source = new EventSource('api/v1/events');
    this.#source = source;
    source.addEventListener('open', () => this.#opened());
    source.addEventListener('error', () => this.#failed(source));
    source.addEventListener('message', (event) => this.#keep(JSON.parse(event.data)));
    source.addEventListener('statistics', (event) => this.#figures(JSON.parse(event.data)));
    source.addEventListener('sessions', (event) => this.#set('sessions', JSON.parse(event.data).items));
    source.addEventListener('behaviour', (event) => this.#set('behaviour', JSON.parse(event.data)));
    source.addEventListener('reset', () => this.forget());
  }

  /** Asks for all that is kept; what does not answer stays as it is. */
  async refresh() {
    const ask = async (name, path, read = (answer) => answer) => this.#set(name, read(await get(path)));
    await Promise.allSettled([
      ask('statistics', 'statistics'),
      ask('sessions', 'sessions', (answer) => answer.items),
      ask('behaviour', 'behaviour'),
    ]);
  }

  forget() {
    this.#waiting.clear();
    this.dispatchEvent(new Event('reset'));
    void this.refresh();
  }

  /** Listens until the signal is aborted. */
  on(name, listener, signal) {
    this.addEventListener(name, (event) => listener(event.detail), { signal });
  }

  tell(name, value) {
    this.#set(name, value);
  }

  /** What does not change, such as the port, need not be told again. */
  #figures(changed) {
    this.#set('statistics', { ...this.statistics, ...changed });
  }

  #set(name, value) {
    this[name] = value;
    this.dispatchEvent(new CustomEvent(name, { detail: value }));
  }

  #keep(message) {
    this.#waiting.delete(message.id);
    this.#waiting.set(message.id, message);
    if (this.#waiting.size > MOST_WAITING) this.#waiting.delete(this.#waiting.keys().next().value);
    if (this.#bundling) return;
    this.#bundling = setTimeout(() => {
      this.#bundling = 0;
      this.#handOn();
    }, BUNDLE);
  }

  #flush() {
    const bundle = [...this.#waiting.values()];
    this.#waiting.clear();
    if (bundle.length > 0) this.dispatchEvent(new CustomEvent('messages', { detail: bundle }));
  }

  #opened() {
    this.#pause = FIRST_PAUSE;
    void this.refresh();
    this.#answering(true);
  }

  #failed(source) {
    this.#answering(false);
    if (source.readyState !== EventSource.CLOSED || source !== this.#source) return;
    setTimeout(() => source === this.#source && this.start(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }

  #answering(answers) {
    if (answers === this.answers) return;
    const back = answers && this.answers === false;
    this.answers = answers;
    this.dispatchEvent(new CustomEvent('line', { detail: answers }));
    if (back) this.dispatchEvent(new Event('back'));
  }
}

export const live = new Live();
