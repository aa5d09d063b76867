import { fill, make } from './elements.js';
import { faultsView } from './faults.js';
import { frame } from './frame.js';
import { helpView } from './help.js';
import { listenToKeys } from './keys.js';
import { live } from './live.js';
import { messagesView } from './messages.js';
import { phonesView } from './phones.js';
import { place } from './places.js';
import { sessionsView } from './sessions.js';
import { beginLanguage, say } from './words.js';

const OPENERS = {
  messages: messagesView,
  phones: phonesView,
  sessions: sessionsView,
  faults: faultsView,
  help: helpView,
};

let around = null;
let current = null;

/** Draws all anew: at the start and when the language changes. */
function draw() {
  current?.end.abort();
  current = null;
  around?.end.abort();
  const end = new AbortController();
  around = { end, ...frame(document.getElementById('frame'), { signal: end.signal, redraw: draw }) };
  follow(false);
}

/** Shows what the address names; a view that is open already is only told of it. */
function follow(moved = true) {
  const { view, words } = place();
  if (current?.view !== view) {
    current?.end.abort();
    const end = new AbortController();
    const root = make('div.view', { data: { view } });
    fill(around.holder, root);
    document.body.classList.remove('detail');
    current = { view, end, opened: OPENERS[view](root, end.signal) };
    around.enter(view);
    document.title = `${say(`view.${view}`)} · Postrider simulator`;
    if (moved) around.title.focus();
  }
  current.opened.show(words);
}

addEventListener('hashchange', () => follow());
listenToKeys(() => current?.opened);
beginLanguage();
draw();
live.start();
