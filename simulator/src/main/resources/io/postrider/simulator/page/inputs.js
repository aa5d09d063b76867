import { freshId, make } from './elements.js';
import { hasWords, say } from './words.js';

const STATUSES = [
  'ESME_RTHROTTLED',
  'ESME_RMSGQFUL',
  'ESME_RSUBMITFAIL',
  'ESME_RSYSERR',
  'ESME_RINVDSTADR',
  'ESME_RINVSRCADR',
  'ESME_RBINDFAIL',
  'ESME_RINVPASWD',
  'ESME_RINVSYSID',
  'ESME_RALYBND',
];

/*
 * Each input is {element, field, show(value)}: `element` is drawn, `field` is what a label belongs to; what somebody typed is
 * handed to `changed`.
 */

function share({ id, changed, described, word }) {
  const given = { type: 'range', min: 0, max: 100, step: 1, tabindex: -1, 'aria-label': word };
  const range = make('input', given);
  const number = make('input.input.short', {
    id,
    type: 'number',
    min: 0,
    max: 100,
    step: 'any',
    required: true,
    ...described,
  });
  range.addEventListener('input', () => (number.value = range.value));
  range.addEventListener('change', () => changed(Number(range.value)));
  number.addEventListener('change', () => number.reportValidity() && changed(Number(number.value)));
  const show = (value) => {
    number.value = value;
    range.value = value;
  };
  return { element: make('div.share', {}, range, number, make('span.unit', { text: '%' })), field: number, show };
}

function number({ id, changed, described, unit }) {
  const input = make('input.input.middle', { id, type: 'number', min: 0, step: 1, required: true, ...described });
  input.addEventListener('change', () => input.reportValidity() && changed(Number(input.value)));
  const element = make('div.share', {}, input, unit && make('span.unit', { text: say(unit) }));
  return { element, field: input, show: (value) => (input.value = value) };
}

function text({ id, changed, described, placeholder, list }) {
  const input = make('input.input', { id, placeholder, list, autocomplete: 'off', spellcheck: 'false', ...described });
  input.addEventListener('change', () => changed(input.value.trim()));
  return { element: input, field: input, show: (value) => (input.value = value) };
}

function status(given) {
  const list = freshId('statuses');
  const input = text({ ...given, list, placeholder: say('faults.none') });
  const options = STATUSES.map((each) => make('option', { value: each }));
  return { ...input, element: make('div', {}, input.field, make('datalist', { id: list }, options)) };
}

function choice({ id, changed, described, choices, path }) {
  const word = (each) => (hasWords(`choice.${path}.${each}`) ? `${each}: ${say(`choice.${path}.${each}`)}` : each);
  const select = make(
    'select.input',
    { id, ...described },
    choices.map((each) => make('option', { value: each, text: word(each) })),
  );
  select.addEventListener('change', () => changed(select.value));
  return { element: select, field: select, show: (value) => (select.value = value) };
}

function toggle({ id, changed, described }) {
  const input = make('input.toggle', { id, type: 'checkbox', role: 'switch', ...described });
  input.addEventListener('change', () => changed(input.checked));
  return { element: input, field: input, show: (value) => (input.checked = Boolean(value)) };
}

const SHAPES = { fixed: ['fixed'], uniform: ['from', 'to'], normal: ['median', 'sigma', 'most'] };
const FIRST = { fixed: 0, from: 0, to: 1000, median: 500, sigma: 0.5, most: 60_000 };

const shapeOf = (value) => (value.median !== undefined ? 'normal' : value.from !== undefined ? 'uniform' : 'fixed');

/** A delay: always the same, evenly between two, or mostly short and sometimes long. */
function delay({ id, changed, described, word }) {
  const kinds = Object.keys(SHAPES).map((shape) => make('option', { value: shape, text: say(`delay.${shape}`) }));
  const select = make('select.input.middle', { id, ...described }, kinds);
  const boxes = new Map();
  const numbers = make('span.delay-numbers');
  for (const key of new Set(Object.values(SHAPES).flat())) {
    const input = make('input.input.short', {
      type: 'number',
      min: 0,
      step: key === 'sigma' ? 0.1 : 1,
      required: true,
      'aria-label': `${word}: ${say(`delay.${key}Of`)}`,
    });
    input.value = FIRST[key];
    input.addEventListener('change', () => input.reportValidity() && send());
    const box = make('label.delay-number', {}, make('span.tiny.third', { text: say(`delay.${key}Of`) }), input);
    boxes.set(key, { box, input });
    numbers.append(box);
  }
  const arrange = () => boxes.forEach(({ box }, key) => (box.hidden = !SHAPES[select.value].includes(key)));
  const send = () =>
    changed(Object.fromEntries(SHAPES[select.value].map((key) => [key, Number(boxes.get(key).input.value)])));
  select.addEventListener('change', () => {
    arrange();
    send();
  });
  const show = (value) => {
    const given = typeof value === 'number' ? { fixed: value } : value;
    select.value = shapeOf(given);
    for (const [key, each] of Object.entries(given)) {
      if (boxes.has(key)) boxes.get(key).input.value = each;
    }
    arrange();
  };
  return {
    element: make('div.delay', {}, select, numbers, make('span.unit', { text: say('unit.ms') })),
    field: select,
    show,
  };
}

/** A list or a table that is typed as JSON and sent by a button. */
function json({ id, changed, refused, described, example }) {
  const area = make('textarea.input.json', { id, rows: 4, spellcheck: 'false', autocomplete: 'off', ...described });
  const apply = make('button.button.small', { type: 'button', text: say('faults.apply') });
  const sample = make('button.button.small.quiet', { type: 'button', text: say('faults.example') });
  const dirty = (is) => {
    area.dataset.dirty = is ? 'yes' : '';
    apply.disabled = !is;
    area.rows = Math.min(16, Math.max(3, area.value.split('\n').length));
  };
  area.addEventListener('input', () => dirty(true));
  sample.addEventListener('click', () => {
    area.value = JSON.stringify(example, null, 2);
    dirty(true);
    area.focus();
  });
  apply.addEventListener('click', () => {
    try {
      changed(JSON.parse(area.value), () => dirty(false));
    } catch (problem) {
      refused(say('faults.noJson', { problem: problem.message }));
    }
  });
  const show = (value, force) => {
    if (area.dataset.dirty && !force) return;
    area.value = JSON.stringify(value, null, 2);
    dirty(false);
  };
  return { element: make('div', {}, area, make('div.buttons', {}, apply, sample)), field: area, show };
}

const KINDS = { share, number, text, status, choice, toggle, delay, json };

/** The input of a kind. */
export const inputOf = (kind, given) => KINDS[kind](given);
