/**
 * Makes an element. Texts are always set as text, so what a message brings is never read as HTML.
 *
 * @param {string} kind tag with classes, such as `div.card.wide`
 * @param {object} [given] `text`, `on` (listeners by name), `data`, and attributes; false, null and undefined are left out
 * @param {...(Node|string|null|false|undefined|Array)} children
 */
export function make(kind, given = {}, ...children) {
  const [tag, ...classes] = kind.split('.');
  const element = document.createElement(tag);
  if (classes.length > 0) element.classList.add(...classes);
  for (const [name, value] of Object.entries(given)) give(element, name, value);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function give(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name === 'text') element.textContent = value;
  else if (name === 'value') element.value = value;
  else if (name === 'on') {
    for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
  } else if (name === 'data') Object.assign(element.dataset, value);
  else element.setAttribute(name, value === true ? '' : String(value));
}

/** Puts other children in place of those an element has. */
export function fill(element, ...children) {
  element.replaceChildren(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** Sets the text only when it changed, so that a selection in it stays. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

let made = 0;

/** An id no other element of this page has. */
export function freshId(stem) {
  made += 1;
  return `${stem}-${made}`;
}

/** Calls at most once a frame, however often it is asked. */
export function oncePerFrame(work) {
  let waiting = 0;
  return () => {
    if (waiting) return;
    waiting = requestAnimationFrame(() => {
      waiting = 0;
      work();
    });
  };
}

/** Calls when nobody has asked for so long. */
export function afterPause(pause, work) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), pause);
  };
}
