import { ask, patch } from './api.js';
import { Control } from './control.js';
import { sentence, tell, tellProblem } from './dialogs.js';
import { fill, freshId, make, setText } from './elements.js';
import { icon } from './icons.js';
import { live } from './live.js';
import { decimal } from './numbers.js';
import { presetsCard } from './presets.js';
import { scenarioCard } from './scenario.js';
import { same, SECTIONS, USUAL } from './usual.js';
import { hasWords, say } from './words.js';

function section(name, fields) {
  const controls = fields.map(([path, more]) => new Control(path, more));
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
    const n = controls.filter((each) => each.differs).length;
    changes.hidden = n === 0;
    setText(changes, say('faults.changed', { n }));
    if (rest)
      fill(
        rest,
        say('faults.delivered'),
        ' ',
        make('b', { text: say('percent', { n: decimal(behaviour.outcomes.delivered) }) }),
      );
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
