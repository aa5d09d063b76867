import { fill, make, setText } from './elements.js';
import { clock, day, phoneNumber, visible } from './numbers.js';
import { stateMark } from './states.js';
import { say } from './words.js';

const LONGEST_LINE = 120;

/** The first line of a message as lists show it; one that is not whole says so. */
export function lineOf(message) {
  const text = visible(message.text).slice(0, LONGEST_LINE);
  const missing = message.partsPresent < message.parts;
  if (missing) return say('inbox.partsOf', { n: message.partsPresent, all: message.parts, text });
  return text || say('inbox.noText');
}

/** A message in the list. What has not changed is not written again. */
export function messageRow(first) {
  const mark = make('span');
  const name = make('b.numbers');
  const time = make('time.tiny.third.numbers');
  const text = make('span.text.tiny.second', { dir: 'auto' });
  const link = make('a.row', {}, mark, make('span.grow', {}, make('span.line1', {}, name, time), text));
  const item = make('li', {}, link);
  let drawn = null;
  let state = null;
  let selected = '';
  const write = (message) => {
    if (message === drawn) return;
    drawn = message;
    setText(name, phoneNumber(message.phone));
    setText(time, clock(message.submittedAt));
    time.title = day(message.submittedAt);
    setText(text, lineOf(message));
    if (state !== message.state) fill(mark, stateMark(message.state));
    state = message.state;
  };
  const select = (chosen, reachable, address) => {
    const looks = `${chosen} ${reachable} ${address}`;
    if (looks === selected) return;
    selected = looks;
    link.href = address;
    link.tabIndex = reachable ? 0 : -1;
    if (chosen) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  };
  write(first);
  return { item, link, write, select };
}
