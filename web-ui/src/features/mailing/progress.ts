import type { BarPart } from '@/components';
import type { Schema } from '@/lib/api';

export type Progress = Schema<'RunProgress'>;

/** What the colours of a run's bar stand for; who is not sent to yet stays gray. */
export const OUTCOMES = [
  ['delivered', 'green', false],
  ['awaitingReceipt', 'sky', false],
  ['undelivered', 'red', true],
  ['refused', 'red', false],
  ['expired', 'gray', false],
  ['noReceipt', 'gray', true],
  ['inDoubt', 'amber', false],
] as const satisfies readonly (readonly [keyof Progress, BarPart['meaning'], boolean])[];

export type OutcomeName = (typeof OUTCOMES)[number][0];

/** The parts of the bar in their order. */
export function barParts(progress: Progress, label: (name: OutcomeName) => string): BarPart[] {
  return OUTCOMES.map(([name, meaning, hatched]) => ({
    key: name,
    label: label(name),
    value: progress[name],
    meaning,
    hatched,
  }));
}

/** How many messages the operator has been given, for good or not. */
export function handedOver(progress: Progress): number {
  return progress.total - progress.notSent;
}
