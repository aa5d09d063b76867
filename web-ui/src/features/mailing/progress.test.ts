import { describe, expect, it } from 'vitest';
import { barParts, handedOver, type Progress } from './progress';

const progress: Progress = {
  total: 100,
  notSent: 30,
  awaitingReceipt: 10,
  delivered: 50,
  undelivered: 4,
  expired: 3,
  refused: 1,
  inDoubt: 1,
  noReceipt: 1,
};

describe('the bar of a run', () => {
  it('has a part for everybody who is not waiting', () => {
    const parts = barParts(progress, (name) => name);
    expect(parts.reduce((sum, part) => sum + part.value, 0)).toBe(handedOver(progress));
  });

  it('never shows two neighbours that look the same', () => {
    const looks = barParts(progress, (name) => name).map((part) => `${part.meaning}${part.hatched}`);
    looks.slice(1).forEach((look, i) => expect(look).not.toBe(looks[i]));
  });
});
