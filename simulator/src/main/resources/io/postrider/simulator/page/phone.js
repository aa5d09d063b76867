import { get, piece, post } from './api.js';
import { sentence } from './dialogs.js';
import { fill, freshId, make, setText } from './elements.js';
import { icon } from './icons.js';
import { withLinks } from './links.js';
import { clock, day, phoneNumber, visible } from './numbers.js';
import { stateWord } from './states.js';
import { say } from './words.js';

const MOST = 100;

/** The telephone as its owner sees it: one conversation, and a line to write in. */
class Phone {
  #phone = null;
  #other = null;
  #message = null;
  #asked = null;
  #drawn = '';

  constructor(signal, nobody) {
    this.nobody = nobody;
    this.who = make('bdi.who-name');
    this.others = make('select.others', { 'aria-label': say('phone.with'), hidden: true });
    this.others.addEventListener('change', () => this.#turn(this.others.value));
    this.time = make('span.numbers');
    this.conversation = make('div.conversation', { role: 'log', 'aria-label': say('phone.conversation'), tabindex: 0 });
    this.caption = make('p.caption.tiny.third');
    this.problem = make('p.problem', { role: 'alert', hidden: true });
    const screen = make('div.screen', {}, this.#top(), this.conversation, this.#writing());
    this.element = make('div.phone-place', {}, make('div.phone', {}, screen), this.caption, this.problem);
    signal.addEventListener('abort', () => this.#asked?.abort());
    this.clear();
  }

  #top() {
    const status = make('div.status', { 'aria-hidden': true }, this.time, make('span', { text: 'LTE' }));
    return make('div.who', {}, status, make('span.face', {}, icon('person', 18)), this.who, this.others);
  }

  #writing() {
    const id = freshId('reply');
    this.input = make('textarea', { id, rows: 1, placeholder: say('phone.reply'), autocomplete: 'off' });
    this.button = make(
      'button',
      { type: 'submit', 'aria-label': say('phone.send'), title: say('phone.send') },
      icon('send'),
    );
    const form = make(
      'form.reply',
      {},
      make('label.unseen', { for: id, text: say('phone.reply') }),
      this.input,
      this.button,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#send();
    });
    this.input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    return form;
  }

  clear() {
    this.#asked?.abort();
    this.#phone = null;
    this.#drawn = '';
    setText(this.who, '');
    setText(this.caption, '');
    setText(this.time, '');
    this.others.hidden = true;
    this.problem.hidden = true;
    this.#writable(false);
    fill(this.conversation, make('p.nobody', { text: this.nobody }));
  }

  /**
   * Shows the conversation of a phone.
   *
   * @param {string} phone
   * @param {string} [other] with whom; else the newest that wrote
   * @param {object} [message] with its parts, so that missing ones are seen
   */
  async show(phone, other, message) {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    const found = await get(`phones/${piece(phone)}`, {}, asked.signal);
    if (phone !== this.#phone) this.problem.hidden = true;
    this.#phone = phone;
    this.#message = message ?? null;
    this.found = found;
    this.#turn(other ?? newest(found)?.from ?? '');
  }

  #turn(other) {
    const turned = `${this.#phone} ${other}` !== this.#drawn;
    this.#drawn = `${this.#phone} ${other}`;
    this.#other = other;
    const all = this.found.conversation;
    const names = [...new Set(all.map(otherOf))];
    this.others.hidden = names.length < 2;
    this.#offer(names);
    this.others.value = other;
    this.who.hidden = names.length >= 2;
    setText(this.who, phoneNumber(other));
    fill(this.caption, make('bdi.numbers', { text: say('phone.of', { phone: phoneNumber(this.#phone) }) }));
    this.#writable(Boolean(other));
    this.#draw(
      all.filter((each) => otherOf(each) === other),
      turned,
    );
  }

  /** An open list of choices would be shut by other choices. */
  #offer(names) {
    const offered = JSON.stringify(names);
    if (this.others.dataset.offered === offered) return;
    this.others.dataset.offered = offered;
    fill(
      this.others,
      names.map((name) => make('option', { value: name, text: phoneNumber(name) })),
    );
  }

  #draw(all, turned) {
    const box = this.conversation;
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
    const items = new Map(this.found.items.map((each) => [each.id, each]));
    if (this.#message) items.set(this.#message.id, this.#message);
    const shown = all.slice(-MOST);
    const earlier = all.length - shown.length;
    const bubbles = shown.flatMap((each) =>
      bubble(each, items.get(each.id), Boolean(each.id) && each.id === this.#message?.id),
    );
    fill(box, earlier > 0 && make('p.nobody', { text: say('phone.earlier', { n: earlier }) }), bubbles);
    setText(this.time, clock(shown.at(-1)?.at).slice(0, 5));
    const chosen = box.querySelector('.chosen');
    if (turned && chosen) box.scrollTop = chosen.offsetTop - 30;
    else if (turned || atEnd) box.scrollTop = box.scrollHeight;
  }

  #writable(can) {
    this.input.disabled = !can;
    this.button.disabled = !can;
  }

  async #send() {
    const text = this.input.value;
    if (!text.trim() || !this.#other) return;
    this.button.disabled = true;
    try {
      await post('replies', { from: this.#phone, to: this.#other, text });
      this.input.value = '';
      this.problem.hidden = true;
      await this.show(this.#phone, this.#other, this.#message);
      this.conversation.scrollTop = this.conversation.scrollHeight;
    } catch (problem) {
      fill(this.problem, icon('alert', 14), make('span', { text: sentence(problem) }));
      this.problem.hidden = false;
    } finally {
      this.button.disabled = false;
    }
  }
}

const otherOf = (each) => (each.direction === 'out' ? each.to : each.from);

const newest = (found) => found.conversation.filter((each) => each.direction === 'in').at(-1);

function bubble(each, message, chosen) {
  const out = each.direction === 'out';
  const missing = message ? message.parts - message.partsPresent : 0;
  const time = make('time', { title: day(each.at), text: clock(each.at) });
  const words = [
    message && message.parts > 1 && missing === 0 && say('phone.joined', { n: message.parts }),
    message?.flash && say('phone.flash'),
  ];
  const kind = [
    'div.bubble',
    out ? 'mine' : '',
    missing > 0 ? 'broken' : '',
    chosen ? 'chosen' : '',
    message?.encoding === 'binary' ? 'mono' : '',
  ];
  const box = make(
    kind.filter(Boolean).join('.'),
    { dir: 'auto' },
    missing > 0 && message.partList ? pieces(message) : textOf(each.text),
  );
  const head = make(
    out ? 'p.when.mine' : 'p.when',
    {},
    time,
    words.filter(Boolean).map((word) => `, ${word}`),
  );
  return [
    make('span.unseen', { text: out ? say('phone.wrote') : say('phone.received') }),
    head,
    box,
    belowOf(each, message, missing),
  ];
}

function textOf(text) {
  return text ? withLinks(visible(text)) : make('i', { text: say('inbox.noText') });
}

/** The parts that came, and a sign where one is missing. */
function pieces(message) {
  return message.partList.map((part) =>
    part.present
      ? withLinks(visible(part.text))
      : make('span.gap', { text: say('phone.gap', { n: part.number, all: message.parts }) }),
  );
}

function belowOf(each, message, missing) {
  if (each.direction === 'out') return null;
  const words = [];
  if (missing > 0) words.push(say('phone.missing', { n: missing, all: message.parts }));
  else if (each.state && !['delivered', 'on the way'].includes(each.state)) words.push(stateWord(each.state));
  return words.length > 0 && make('p.below', {}, icon('alert', 12), words.join(', '));
}

/** The telephone; `nobody` is said while no phone is shown. */
export const phone = (signal, nobody = say('phone.nobody')) => new Phone(signal, nobody);
