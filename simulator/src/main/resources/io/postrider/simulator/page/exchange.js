import { get } from './api.js';
import { fill, make } from './elements.js';
import { icon } from './icons.js';
import { clock, exactClock, span } from './numbers.js';
import { pdu } from './pdu.js';
import { say } from './words.js';

const MOST = 200;
const FEW = 4;

/** All PDUs of one message: its parts as tabs, and what was answered and reported. */
class Exchange {
  #shown = null;
  #asked = null;

  constructor(signal, choose) {
    this.choose = choose;
    this.card = pdu(signal);
    this.parts = make('div.segments', { role: 'group', 'aria-label': say('pdu.parts') });
    this.strip = make('div.strip', { role: 'group', 'aria-label': say('pdu.exchange') });
    this.card.side.append(this.parts);
    this.card.head.after(this.strip);
    this.element = make('section.card.pdu-card', { 'aria-label': say('pdu.title') }, this.card.element);
    signal.addEventListener('abort', () => this.#asked?.abort());
    this.clear();
  }

  clear() {
    this.#shown = null;
    this.#asked?.abort();
    fill(this.parts);
    fill(this.strip);
    this.card.say(say('pdu.nobody'));
  }

  /** @param {string} [wanted] the PDU to begin with; else that of the first part that came */
  show(message, wanted) {
    if (this.#shown !== message.id) fill(this.strip);
    this.#shown = message.id;
    const chosen = wanted || message.partList.find((part) => part.present && part.pdu)?.pdu;
    const tabs = message.parts > 1 && message.partList.map((part) => this.#tab(part, message.parts, chosen));
    fill(this.parts, tabs);
    if (chosen) void this.card.show(chosen, nextPart(message, chosen));
    else this.card.say(say('pdu.forgotten'));
    void this.#list(message, chosen);
  }

  async #list(message, chosen) {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    const answer = await get('pdus', { message: message.id, limit: MOST }, asked.signal).catch(() => null);
    if (!answer) return;
    const all = [...answer.items].sort(byTime);
    fill(this.strip, all.length > 1 && all.map((each) => this.#step(each, each.id === chosen)));
    if (!chosen && all.length > 0) void this.card.show(all[0].id);
  }

  #tab(part, all, chosen) {
    const there = part.present && part.pdu;
    const text = all > FEW ? String(part.number) : say('pdu.partShort', { n: part.number, all });
    const gap = say('phone.gap', { n: part.number, all });
    const name = part.present ? say('pdu.part', { n: part.number, all }) : gap;
    const given = { type: 'button', 'aria-pressed': String(Boolean(there) && part.pdu === chosen), 'aria-label': name };
    const button = make(part.present ? 'button' : 'button.missing', { ...given, title: name, text });
    button.addEventListener('click', () => {
      if (there) this.choose(part.pdu);
      else this.card.say(part.present ? say('pdu.forgotten') : gap, true);
    });
    return button;
  }

  #step(each, pressed) {
    const bad = each.problem ?? (each.status && each.status !== 'ESME_ROK' ? each.status : '');
    const way = say(each.direction === 'in' ? 'pdu.in' : 'pdu.out');
    const given = {
      type: 'button',
      title: `${exactClock(each.at)} ${each.status ?? ''}`,
      'aria-pressed': String(pressed),
    };
    return make(
      'button.step.mono',
      { ...given, on: { click: () => this.choose(each.id) } },
      icon(each.direction === 'in' ? 'incoming' : 'outgoing', 12),
      each.command,
      make('span.unseen', { text: `, ${way}, ${clock(each.at)}` }),
      bad && make('span.red-text', {}, icon('alert', 12), make('span.unseen', { text: bad })),
    );
  }
}

function byTime(one, other) {
  if (one.at === other.at) return Number(one.id) - Number(other.id);
  return one.at < other.at ? -1 : 1;
}

/** When the part after this one came. */
function nextPart(message, chosen) {
  const at = message.partList.findIndex((part) => part.pdu === chosen);
  const here = message.partList[at];
  const next = message.partList[at + 1];
  if (!here || !next) return '';
  if (!next.present) return say('phone.gap', { n: next.number, all: message.parts });
  const passed = new Date(next.submittedAt) - new Date(here.submittedAt);
  return passed >= 0 ? say('pdu.next', { number: next.number, span: span(passed) }) : '';
}

export const exchange = (signal, choose) => new Exchange(signal, choose);
