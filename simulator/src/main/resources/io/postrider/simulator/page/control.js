import { patch } from './api.js';
import { sentence } from './dialogs.js';
import { fill, freshId, make, setText } from './elements.js';
import { icon } from './icons.js';
import { inputOf } from './inputs.js';
import { live } from './live.js';
import { decimal } from './numbers.js';
import { at, nested, same, USUAL } from './usual.js';
import { hasWords, say } from './words.js';

/** What is sent for a field; of the outcomes all go, for "delivered" is what the others leave. */
function changeOf(path, value) {
  if (!path.startsWith('outcomes.')) return nested(path, value);
  const { delivered: _rest, ...others } = live.behaviour.outcomes;
  return { outcomes: { ...others, [path.slice('outcomes.'.length)]: value } };
}

function shortly(value) {
  if (value === '' || same(value, []) || same(value, {})) return say('faults.none');
  if (typeof value === 'boolean') return say(value ? 'faults.on' : 'faults.off');
  if (typeof value === 'number') return decimal(value);
  return typeof value === 'object' ? say('span.ms', { n: value.fixed ?? 0 }) : value;
}

/** One field with its label, help, what is usual, and the server's answer when it refuses. */
export class Control {
  differs = false;

  constructor(path, { kind, ...more }) {
    this.path = path;
    const id = freshId('field');
    const [help, wrong] = [freshId('help'), freshId('problem')];
    const word = say(`field.${path}`);
    this.problem = make('p.problem', { id: wrong, role: 'alert', hidden: true });
    this.input = inputOf(kind, {
      id,
      path,
      word,
      described: { 'aria-describedby': `${help} ${wrong}` },
      changed: (value, done) => this.#send(value, done),
      refused: (text) => this.#refuse(text),
      ...more,
    });
    const back = { click: () => this.#send(at(USUAL, path)) };
    this.usual = make('button.usual', { type: 'button', title: say('faults.usualTitle'), on: back });
    setText(this.usual, say('faults.usual', { value: shortly(at(USUAL, path)) }));
    const hint = hasWords(`hint.${path}`) ? say(`hint.${path}`) : '';
    const label = make('div.label', {}, make('label', { for: id, text: word }), this.usual);
    const below = [make('p.hint.tiny.third', { id: help, text: hint }), this.problem];
    this.element = make(`div.control.of-${kind}`, {}, label, this.input.element, below);
  }

  /** What somebody is typing stays, unless `force`. */
  show(behaviour, force = false) {
    const value = at(behaviour, this.path);
    if (value === undefined) return;
    const busy = this.input.element.contains(document.activeElement);
    if (force || !busy) this.input.show(value, force);
    this.differs = !same(value, at(USUAL, this.path));
    this.element.classList.toggle('changed', this.differs);
    this.usual.hidden = !this.differs;
  }

  async #send(value, done) {
    try {
      const behaviour = await patch('behaviour', changeOf(this.path, value));
      this.#refuse('');
      done?.();
      this.show(behaviour, true);
      live.tell('behaviour', behaviour);
    } catch (reason) {
      this.#refuse(sentence(reason));
    }
  }

  #refuse(text) {
    fill(this.problem, text && [icon('alert', 14), make('span', { text })]);
    this.problem.hidden = !text;
    if (text) this.input.field.setAttribute('aria-invalid', 'true');
    else this.input.field.removeAttribute('aria-invalid');
  }
}
