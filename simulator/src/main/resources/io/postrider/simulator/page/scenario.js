import { ask, get, Refusal, remove } from './api.js';
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
class Scenario {
  constructor(signal) {
    this.line = make('ol.timeline');
    this.status = make('span.small.third.numbers');
    this.bar = make('progress', { max: 1, 'aria-label': say('scenario.progress'), hidden: true });
    this.problem = make('p.problem', { role: 'alert', hidden: true });
    const halt = { type: 'button', hidden: true, on: { click: () => this.#halt() } };
    this.stop = make('button.button.small.danger-text', halt, icon('stop', 14), say('scenario.stop'));
    const side = make('div.side', {}, this.stop, this.#upload());
    const head = make('header', {}, make('h2', { text: say('scenario.title') }), this.status, side);
    const body = make('div.scenario', {}, this.problem, this.bar, this.line);
    this.element = make('section.card', { 'aria-label': say('scenario.title') }, head, body);
    const timer = setInterval(() => !document.hidden && this.#load(), PERIOD);
    signal.addEventListener('abort', () => clearInterval(timer));
    live.on('reset', () => this.#load(), signal);
    void this.#load();
  }

  async #load() {
    try {
      this.#draw(await get('scenario'));
    } catch {
      // The line on top says when nobody answers.
    }
  }

  async #halt() {
    try {
      await remove('scenario');
      await this.#load();
      tell(say('scenario.stopped'));
    } catch (reason) {
      tellProblem(reason);
    }
  }

  #upload() {
    const input = make('input', { type: 'file', accept: '.yaml,.yml,.json', hidden: true });
    const press = { type: 'button', on: { click: () => input.click() } };
    const button = make('button.button.small', press, icon('up', 14), say('scenario.upload'));
    input.addEventListener('change', () => {
      const [file] = input.files;
      if (file) void this.#run(file);
      input.value = '';
    });
    return make('span', {}, button, input);
  }

  async #run(file) {
    try {
      if (file.size > MOST) throw new Refusal(413, 'tooBig', say('scenario.tooBig'));
      const type = file.name.endsWith('.json') ? 'application/json' : 'application/yaml';
      this.#draw((await ask('PUT', 'scenario', { body: await file.text(), type })) ?? (await get('scenario')));
      this.problem.hidden = true;
      tell(say('scenario.started', { name: file.name }));
    } catch (reason) {
      fill(this.problem, icon('alert', 14), make('span', { text: sentence(reason) }));
      this.problem.hidden = false;
    }
  }

  #draw({ name, running, position = 0, steps = [] }) {
    const last = steps.at(-1)?.at ?? 0;
    this.stop.hidden = !running;
    this.bar.hidden = !running || last === 0;
    this.bar.value = last > 0 ? Math.min(1, position / last) : 0;
    const words = { name, at: moment(position), end: moment(last) };
    setText(this.status, name ? say(running ? 'scenario.running' : 'scenario.over', words) : say('scenario.none'));
    const drawn = JSON.stringify(steps);
    if (this.line.dataset.drawn === drawn) return;
    this.line.dataset.drawn = drawn;
    fill(this.line, steps.map(stepOf));
  }
}

function stepOf(step) {
  const mark = make(step.done ? 'span.dot.done' : 'span.dot', {}, step.done && icon('tick', 12));
  const words = make('span', { text: step.description, lang: 'en' });
  const done = make('span.unseen', { text: say(step.done ? 'scenario.done' : 'scenario.ahead') });
  return make('li', {}, mark, make('time.mono.third', { text: moment(step.at) }), words, done);
}

export const scenarioCard = (signal) => new Scenario(signal).element;
