import { fill, make } from './elements.js';
import { say } from './words.js';

const FIRST = 1024;
const GAP = 8;
const MARGIN = 24;
const NARROW = matchMedia('(max-width: 720px)');

const readable = (octet) => (octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '.');

/** The dump of a PDU; parts of it can be lit. */
class Dump {
  #octets = [];
  #limit = FIRST;
  #cells = [];
  #lit = [0, 0];

  constructor(signal) {
    this.element = make('div.dump.mono', { tabindex: 0, role: 'group', 'aria-label': say('pdu.dump') });
    NARROW.addEventListener('change', () => this.#draw(), { signal });
  }

  show(hex) {
    this.#octets = hex ? hex.trim().split(/\s+/) : [];
    this.#limit = FIRST;
    this.#lit = [0, 0];
    this.element.scrollTop = 0;
    this.#draw();
  }

  /** Lights some octets and brings them into sight. */
  light(offset, length, problem = false) {
    this.#lit = [offset, length, problem];
    for (const cell of this.element.querySelectorAll('.lit')) cell.className = '';
    const chosen = this.#cells.slice(offset, offset + length);
    for (const cell of chosen) cell.className = problem ? 'lit wrong' : 'lit';
    if (chosen.length > 0) this.element.scrollTop = chosen[0].offsetTop - MARGIN;
  }

  #draw() {
    const wide = NARROW.matches ? GAP : 2 * GAP;
    const shown = this.#octets.slice(0, this.#limit);
    this.#cells = shown.map((octet) => make('span', { text: octet }));
    const rows = [];
    for (let at = 0; at < shown.length; at += wide) {
      rows.push(rowOf(at, this.#cells.slice(at, at + wide), shown.slice(at, at + wide), wide));
    }
    const rest = this.#octets.length - shown.length;
    const more = { type: 'button', text: say('pdu.more', { n: rest }), on: { click: () => this.#all() } };
    fill(this.element, rows, rest > 0 && make('button.button.small', more));
    this.light(...this.#lit);
  }

  #all() {
    this.#limit = Infinity;
    this.#draw();
    this.element.focus();
  }
}

function rowOf(at, cells, octets, wide) {
  const spaced = cells.flatMap((cell, index) => [cell, index === GAP - 1 && wide > GAP ? '  ' : ' ']);
  const missing = '   '.repeat(wide - cells.length) + (wide > GAP && cells.length < GAP ? ' ' : '');
  const text = octets.map((octet) => readable(parseInt(octet, 16))).join('');
  return make('div', {}, make('i', { text: at.toString(16).padStart(4, '0') }), spaced, missing, make('em', { text }));
}

export const dump = (signal) => new Dump(signal);
