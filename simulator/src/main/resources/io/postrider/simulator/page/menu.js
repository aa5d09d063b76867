import { freshId, make } from './elements.js';

/**
 * A button that opens a list of things to do or get. Arrow keys move, Escape closes and gives the focus back.
 *
 * @param {HTMLButtonElement} button
 * @param {HTMLElement[]} entries links or buttons
 */
export function menu(button, entries) {
  const id = freshId('menu');
  for (const entry of entries) entry.setAttribute('role', 'menuitem');
  const list = make('div.menu', { id, role: 'menu', hidden: true }, entries);
  const holder = make('div.menu-holder', {}, button, list);
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-controls', id);
  const open = (wanted) => {
    list.hidden = !wanted;
    button.setAttribute('aria-expanded', String(wanted));
    if (wanted) entries[0].focus();
  };
  open(false);
  button.addEventListener('click', () => open(list.hidden));
  list.addEventListener('click', () => open(false));
  holder.addEventListener('focusout', (event) => holder.contains(event.relatedTarget) || open(false));
  holder.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    const now = entries.indexOf(document.activeElement);
    const moves = { ArrowDown: now + 1, ArrowUp: now - 1 + entries.length, Home: 0, End: entries.length - 1 };
    if (event.key === 'Escape') {
      open(false);
      button.focus();
    } else if (event.key in moves) {
      entries[moves[event.key] % entries.length].focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return holder;
}
