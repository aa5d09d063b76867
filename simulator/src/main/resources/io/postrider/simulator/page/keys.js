import { shown } from './dialogs.js';
import { make } from './elements.js';
import { go, VIEWS } from './places.js';
import { say } from './words.js';

export const KEYS = [
  ['j ↓', 'keys.next'],
  ['k ↑', 'keys.previous'],
  ['Enter', 'keys.open'],
  ['/', 'keys.search'],
  ['1 – 5', 'keys.views'],
  ['Esc', 'keys.back'],
  ['?', 'keys.help'],
];

/** The keys with what they do, as a list. */
export function keyList() {
  const rows = KEYS.map(([keys, name]) => [
    make(
      'dt',
      {},
      keys.split(' ').map((key) => (key === '–' ? ' – ' : make('kbd', { text: key }))),
    ),
    make('dd', { text: say(name) }),
  ]);
  return make('dl.keys', {}, rows.flat());
}

const typing = (target) => target.closest?.('input, textarea, select, [contenteditable]');

/**
 * Keys that work on the whole page, other than while somebody types or a window is open.
 *
 * @param {() => {move?: Function, search?: Function, back?: Function}} view what is shown now
 */
export function listenToKeys(view) {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]')) return;
    if (typing(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (pressed(event, view() ?? {})) event.preventDefault();
  });
}

function pressed(event, view) {
  const free = !event.target.closest?.('[data-arrows], pre, [role=menu]');
  const number = Number(event.key);
  if (number >= 1 && number <= VIEWS.length) go(VIEWS[number - 1]);
  else if (event.key === '?') shown(say('keys.title'), keyList());
  else if (event.key === '/') view.search?.focus();
  else if (event.key === 'Escape') return view.back?.() ?? false;
  else if (view.move && (event.key === 'j' || (free && event.key === 'ArrowDown'))) view.move(1);
  else if (view.move && (event.key === 'k' || (free && event.key === 'ArrowUp'))) view.move(-1);
  else return false;
  return true;
}
