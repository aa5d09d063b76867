import type { BarPart } from '@/components';
import { OUTCOMES } from '@/components/outcomes';
import type { Schema } from '@/lib/api';

export type Progress = Schema<'RunProgress'>;

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
