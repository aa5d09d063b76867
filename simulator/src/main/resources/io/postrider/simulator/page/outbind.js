import { post } from './api.js';
import { sentence, tell } from './dialogs.js';
import { fill, freshId, make } from './elements.js';
import { icon } from './icons.js';
import { say } from './words.js';

function field(name, given) {
  const id = freshId('outbind');
  const label = make('label', { for: id, text: say(`outbind.${name}`) });
  return make('div.field', {}, label, make('input.input', { id, name, required: true, ...given }));
}

async function send(form, problem) {
  const given = Object.fromEntries(new FormData(form));
  try {
    await post('outbind', { ...given, port: Number(given.port) });
    problem.hidden = true;
    tell(say('outbind.done', { host: given.host, port: given.port }));
  } catch (reason) {
    fill(problem, icon('alert', 14), make('span', { text: sentence(reason) }));
    problem.hidden = false;
  }
}

/** Asks a client to bind: the simulator connects to it and sends outbind. */
export function outbindForm() {
  const problem = make('p.problem', { role: 'alert', hidden: true });
  const form = make(
    'form.inline-form',
    {},
    field('host', { value: '127.0.0.1' }),
    field('port', { type: 'number', min: 1, max: 65535, value: '2776' }),
    field('account', { value: 'postrider' }),
    make('button.button', { type: 'submit', text: say('outbind.send') }),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form, problem);
  });
  const title = say('outbind.title');
  const words = make('p.small.third', { text: say('outbind.text') });
  return make('section.card.padded', { 'aria-label': title }, make('h2', { text: title }), words, form, problem);
}
