import { make } from './elements.js';
import { icon } from './icons.js';
import { say } from './words.js';

const LOOKS = {
  'on the way': ['sky', 'send'],
  incomplete: ['amber', 'pieces'],
  delivered: ['green', 'checks'],
  undelivered: ['red', 'failed'],
  expired: ['gray', 'expired'],
  rejected: ['red', 'ban'],
  deleted: ['gray', 'trash'],
  unknown: ['amber', 'doubt'],
  cancelled: ['gray', 'close'],
  replaced: ['gray', 'reset'],
};

/** States of messages that did not reach the phone: what the simulator finds for `failed`. */
export const FAILED = ['undelivered', 'expired', 'rejected', 'deleted', 'unknown', 'cancelled', 'replaced'];

const lookOf = (state) => LOOKS[state] ?? ['gray', 'doubt'];

export const stateWord = (state) => (state in LOOKS ? say(`state.${state}`) : state);

export const stateColour = (state) => lookOf(state)[0];

/** The state as a coloured square with its icon; the word is for those who do not see it. */
export function stateMark(state) {
  const [colour, name] = lookOf(state);
  return make(
    `span.mark.${colour}`,
    { title: stateWord(state) },
    icon(name, 14),
    make('span.unseen', { text: stateWord(state) }),
  );
}

/** The state in colour, icon and word. */
export function statePill(state) {
  const [colour, name] = lookOf(state);
  return make(`span.pill.${colour}`, {}, icon(name, 14), stateWord(state));
}
