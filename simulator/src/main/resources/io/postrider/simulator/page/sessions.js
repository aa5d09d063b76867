import { outbindForm } from './outbind.js';
import { go } from './places.js';
import { sessionTable } from './sessiontable.js';
import { traffic } from './traffic.js';

/** The connections of clients, what was said on one, and the ways to end it. */
export function sessionsView(root, signal) {
  let words = {};
  const table = sessionTable(signal, () => words);
  const last = traffic(signal);
  root.append(table.element, last.element, outbindForm());
  return {
    search: last.search,
    move: last.move,
    back() {
      if (!words.id) return false;
      go('sessions');
      return true;
    },
    show(given) {
      words = given;
      table.draw();
      last.show(given);
    },
  };
}
