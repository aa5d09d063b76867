import type { Meaning } from './StatePill';

/** What may become of messages, in the order and the colours in which bars show it; neighbours never look the same. */
export const OUTCOMES = [
  ['delivered', 'green', false],
  ['awaitingReceipt', 'sky', false],
  ['undelivered', 'red', true],
  ['refused', 'red', false],
  ['expired', 'gray', false],
  ['noReceipt', 'gray', true],
  ['inDoubt', 'amber', false],
] as const satisfies readonly (readonly [string, Exclude<Meaning, 'outlined'>, boolean])[];
