/** Where on the page we are: `#/messages?q=…&id=…`. Reload and the browser's back button keep it. */
export const VIEWS = ['messages', 'phones', 'sessions', 'faults', 'help'];

/** The view and its words, from the address. */
export function place() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const view = VIEWS.includes(path) ? path : 'messages';
  return { view, words: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a view; words that are empty are left out. */
export function addressOf(view, words = {}) {
  const given = Object.entries(words).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return `#/${view}${given.length > 0 ? `?${new URLSearchParams(given)}` : ''}`;
}

/** Goes there; `replace` leaves no trace for the back button. */
export function go(view, words = {}, replace = false) {
  const target = addressOf(view, words);
  if (target === location.hash) return;
  if (replace) {
    history.replaceState(null, '', target);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = target;
  }
}
