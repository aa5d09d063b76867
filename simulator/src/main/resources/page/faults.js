import { ask, patch } from './api.js';
import { sentence, tell, tellProblem } from './dialogs.js';
import { fill, freshId, make, setText } from './elements.js';
import { icon } from './icons.js';
import { inputOf } from './inputs.js';
import { live } from './live.js';
import { decimal } from './numbers.js';
import { presetsCard } from './presets.js';
import { scenarioCard } from './scenario.js';
import { at, nested, same, SECTIONS, USUAL } from './usual.js';
import { hasWords, say } from './words.js';

/** What is sent for a field; of the outcomes all go, for "delivered" is what the others leave. */
function changeOf(path, value) {
  if (!path.startsWith('outcomes.')) return nested(path, value);
  const { delivered: _rest, ...others } = live.behaviour.outcomes;
  return { outcomes: { ...others, [path.slice('outcomes.'.length)]: value } };
}

/** One field with its label, help, what is usual, and the server's answer when it refuses. */
function control(path, { kind, ...more }) {
  const id = freshId('field');
  const ids = { help: freshId('help'), problem: freshId('problem') };
  const word = say(`field.${path}`);
  const problem = make('p.problem', { id: ids.problem, role: 'alert', hidden: true });
  const refused = (text) => {
    fill(problem, text && [icon('alert', 14), make('span', { text })]);
    problem.hidden = !text;
    input.field.toggleAttribute('aria-invalid', Boolean(text));
  };
  const changed = async (value, done) => {
    try {
      live.tell('behaviour', await patch('behaviour', changeOf(path, value)));
      refused('');
      done?.();
      show(live.behaviour, true);
    } catch (reason) {
      refused(sentence(reason));
    }
  };
  const described = { 'aria-describedby': `${ids.help} ${ids.problem}` };
  const input = inputOf(kind, { id, path, word, described, changed, refused, ...more });
  const usual = make('button.usual', {
    type: 'button',
    title: say('faults.usualTitle'),
    on: { click: () => changed(at(USUAL, path)) },
  });
  const hint = make('p.hint.tiny.third', { id: ids.help, text: hasWords(`hint.${path}`) ? say(`hint.${path}`) : '' });
  const label = make('div.label', {}, make('label', { for: id, text: word }), usual);
  const element = make(`div.control.of-${kind}`, {}, label, input.element, hint, problem);
  function show(behaviour, force = false) {
    const value = at(behaviour, path);
    if (value === undefined) return;
    if (force || !input.element.contains(document.activeElement)) input.show(value, force);
    const differs = !same(value, at(USUAL, path));
    element.classList.toggle('changed', differs);
    usual.hidden = !differs;
    setText(usual, say('faults.usual', { value: shortly(at(USUAL, path)) }));
  }
  return { element, show };
}

function shortly(value) {
  if (value === '' || same(value, []) || same(value, {})) return say('faults.none');
  if (typeof value === 'boolean') return say(value ? 'faults.on' : 'faults.off');
  if (typeof value === 'number') return decimal(value);
  return typeof value === 'object' ? say('span.ms', { n: value.fixed ?? 0 }) : value;
}

function section(name, fields) {
  const controls = fields.map(([path, more]) => control(path, more));
  const changes = make('span.pill.violet', { hidden: true });
  const rest = name === 'outcomes' && make('p.rest.numbers');
  const hint = hasWords(`section.${name}Hint`) && make('p.small.third', { text: say(`section.${name}Hint`) });
  const title = say(`section.${name}`);
  const head = make('header', {}, make('h2', { text: title }), changes);
  const element = make(
    `section.card.fault-section.of-${name}`,
    { 'aria-label': title },
    head,
    make(
      'div.controls',
      {},
      hint,
      rest,
      controls.map((each) => each.element),
    ),
  );
  const show = (behaviour, force) => {
    for (const each of controls) each.show(behaviour, force);
    const n = controls.filter((each) => each.element.classList.contains('changed')).length;
    changes.hidden = n === 0;
    setText(changes, say('faults.changed', { n }));
    if (rest)
      fill(rest, say('faults.delivered'), ' ', make('b', { text: `${decimal(behaviour.outcomes.delivered)}%` }));
  };
  return { element, show };
}

function seedForm() {
  const id = freshId('seed');
  const input = make('input.input.middle', { id, type: 'number', step: 1, required: true });
  const problem = make('span.red-text.small', { role: 'alert' });
  input.addEventListener('change', async () => {
    if (!input.reportValidity()) return;
    try {
      live.tell('behaviour', await patch('behaviour', { seed: Number(input.value) }));
      fill(problem);
    } catch (reason) {
      setText(problem, sentence(reason));
    }
  });
  const show = (behaviour) => {
    if (document.activeElement !== input) input.value = behaviour.seed;
  };
  const hint = make('span.tiny.third', { text: say('faults.seedHint') });
  return {
    show,
    element: make('div.seed', {}, make('label', { for: id, text: say('faults.seed') }), input, hint, problem),
  };
}

async function backToUsual(shown) {
  try {
    live.tell('behaviour', await ask('PUT', 'behaviour', { body: { seed: live.behaviour.seed } }));
    shown(live.behaviour, true);
    tell(say('faults.back'));
  } catch (problem) {
    tellProblem(problem);
  }
}

/** How the simulator behaves, and everything that can be made to go wrong. */
export function faultsView(root, signal) {
  const seed = seedForm();
  const sections = SECTIONS.map(([name, fields]) => section(name, fields));
  const show = (behaviour, force) => {
    if (!behaviour) return;
    for (const each of [seed, ...sections]) each.show(behaviour, force);
    usual.disabled = same({ ...behaviour, seed: 0 }, { ...USUAL, seed: 0 });
  };
  const usual = make(
    'button.button',
    { type: 'button', on: { click: () => backToUsual(show) } },
    icon('reset'),
    say('faults.toUsual'),
  );
  const bar = make('div.card.padded.fault-bar', {}, seed.element, usual);
  const columns = make(
    'div.fault-columns',
    {},
    sections.map((each) => each.element),
  );
  root.append(
    presetsCard(signal, (behaviour) => show(behaviour, true)),
    scenarioCard(signal),
    bar,
    columns,
  );
  live.on('behaviour', (behaviour) => show(behaviour), signal);
  show(live.behaviour, true);
  if (!live.behaviour) void live.refresh();
  return { show: () => undefined };
}
