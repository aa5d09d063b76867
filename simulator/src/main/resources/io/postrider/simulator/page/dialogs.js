import { fill, freshId, make } from './elements.js';
import { icon } from './icons.js';
import { say } from './words.js';

/**
 * Asks before something that cannot be taken back.
 *
 * @param {{title: string, text: string, action: string, choices?: {value: string, word: string, text: string}[]}} question
 * @returns {Promise<string|null>} the choice (or 'yes'), null when nothing is to be done
 */
export function confirmed(question) {
  const id = freshId('dialog');
  const choices = (question.choices ?? []).map((choice, index) => choiceOf(id, choice, index === 0));
  const no = make('button.button', { type: 'button', text: say('dialog.no'), on: { click: () => dialog.close() } });
  const yes = make('button.button.danger', { type: 'submit', text: question.action });
  const form = make(
    'form',
    { method: 'dialog' },
    make('h2', { id, text: question.title }),
    make('p.small.second', { text: question.text }),
    choices.length > 0 && make('div.choices', { role: 'radiogroup', 'aria-labelledby': id }, choices),
    make('div.ends', {}, no, yes),
  );
  const dialog = make('dialog.sheet', { 'aria-labelledby': id }, form);
  document.body.append(dialog);
  return new Promise((resolve) => {
    let answer = null;
    form.addEventListener('submit', () => (answer = new FormData(form).get('choice') ?? 'yes'));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    dialog.showModal();
    no.focus();
  });
}

function choiceOf(id, choice, first) {
  const input = make('input', { type: 'radio', name: 'choice', value: choice.value, checked: first });
  return make(
    'label.choice',
    {},
    input,
    make('span', {}, make('b', { text: choice.word }), make('span.tiny.third', { text: choice.text })),
  );
}

/** A window that only tells something. */
export function shown(title, ...children) {
  const id = freshId('dialog');
  const close = make('button.button.square', { type: 'button', 'aria-label': say('dialog.close') }, icon('close'));
  const dialog = make(
    'dialog.sheet',
    { 'aria-labelledby': id },
    make('header', {}, make('h2', { id, text: title }), close),
    ...children,
  );
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

let notice = null;
let timer = 0;

/** Says for a while what has happened; `bad` stays until it is closed or followed. */
export function tell(text, bad = false) {
  notice ??= document.body.appendChild(make('div.notices', { role: 'status', 'aria-live': 'polite' }));
  clearTimeout(timer);
  const close = make('button.button.square', { type: 'button', 'aria-label': say('dialog.close') }, icon('close', 14));
  close.addEventListener('click', () => fill(notice));
  fill(
    notice,
    make(
      'div.notice',
      {},
      make(bad ? 'span.red-text' : 'span.green-text', {}, icon(bad ? 'alert' : 'fine')),
      make('span', { text }),
      close,
    ),
  );
  if (!bad) timer = setTimeout(() => fill(notice), 5000);
}

/** Tells what went wrong, in the server's words where it had some. */
export function tellProblem(problem) {
  if (problem?.name === 'AbortError') return;
  tell(sentence(problem), true);
}

/** What went wrong, in one sentence. */
export const sentence = (problem) => (problem?.status ? problem.message : say('problem.line'));
