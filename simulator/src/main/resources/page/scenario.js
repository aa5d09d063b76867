import { ask, get, remove } from './api.js';
import { sentence, tell, tellProblem } from './dialogs.js';
import { fill, make, setText } from './elements.js';
import { icon } from './icons.js';
import { live } from './live.js';
import { say } from './words.js';

const PERIOD = 1000;
const MOST = 1_000_000;

/** Minutes and seconds since the scenario began. */
function moment(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What goes wrong when, as a file says it: its time line, upload and stop. */
export function scenarioCard(signal) {
  const line = make('ol.timeline');
  const status = make('span.small.third.numbers');
  const bar = make('progress', { max: 1, 'aria-label': say('scenario.progress'), hidden: true });
  const problem = make('p.problem', { role: 'alert', hidden: true });
  const stop = make(
    'button.button.small.danger-text',
    { type: 'button', hidden: true },
    icon('stop', 14),
    say('scenario.stop'),
  );
  const show = (scenario) => draw(scenario, { line, status, bar, stop });
  const load = async () => {
    try {
      show(await get('scenario'));
    } catch {
      // The line above says that nobody answers.
    }
  };
  const refuse = (text) => {
    fill(problem, icon('alert', 14), make('span', { text }));
    problem.hidden = !text;
  };
  stop.addEventListener('click', async () => {
    try {
      show((await remove('scenario')) ?? (await get('scenario')));
      tell(say('scenario.stopped'));
    } catch (reason) {
      tellProblem(reason);
    }
  });
  const upload = uploadButton(show, refuse);
  const timer = setInterval(() => !document.hidden && load(), PERIOD);
  signal.addEventListener('abort', () => clearInterval(timer));
  live.on('reset', load, signal);
  void load();
  const head = make(
    'header',
    {},
    make('h2', { text: say('scenario.title') }),
    status,
    make('div.side', {}, stop, upload),
  );
  return make(
    'section.card',
    { 'aria-label': say('scenario.title') },
    head,
    make('div.scenario', {}, problem, bar, line),
  );
}

function draw(scenario, { line, status, bar, stop }) {
  const last = scenario.steps?.at(-1)?.at ?? 0;
  stop.hidden = !scenario.running;
  bar.hidden = !scenario.running || last === 0;
  bar.value = last > 0 ? Math.min(1, scenario.position / last) : 0;
  const name = scenario.name ?? '';
  const words = { name, at: moment(scenario.position ?? 0), end: moment(last) };
  setText(status, name ? say(scenario.running ? 'scenario.running' : 'scenario.over', words) : say('scenario.none'));
  const drawn = JSON.stringify([scenario.steps, scenario.running]);
  if (line.dataset.drawn === drawn) return;
  line.dataset.drawn = drawn;
  fill(line, (scenario.steps ?? []).map(stepOf));
}

function stepOf(step) {
  const mark = make(step.done ? 'span.dot.done' : 'span.dot', {}, step.done && icon('tick', 12));
  const words = make('span', { text: step.description, lang: 'en' });
  const done = make('span.unseen', { text: say(step.done ? 'scenario.done' : 'scenario.ahead') });
  return make('li', {}, mark, make('time.mono.third', { text: moment(step.at) }), words, done);
}

function uploadButton(show, refuse) {
  const input = make('input.unseen', { type: 'file', accept: '.yaml,.yml,.json', tabindex: -1, 'aria-hidden': true });
  const button = make(
    'button.button.small',
    { type: 'button', on: { click: () => input.click() } },
    icon('up', 14),
    say('scenario.upload'),
  );
  input.addEventListener('change', async () => {
    const [file] = input.files;
    input.value = '';
    if (!file) return;
    try {
      if (file.size > MOST) throw Object.assign(new Error(say('scenario.tooBig')), { status: 413 });
      const type = file.name.endsWith('.json') ? 'application/json' : 'application/yaml';
      show(await ask('PUT', 'scenario', { body: await file.text(), type }));
      refuse('');
      tell(say('scenario.started', { name: file.name }));
    } catch (reason) {
      refuse(sentence(reason));
    }
  });
  return make('span', {}, button, input);
}
