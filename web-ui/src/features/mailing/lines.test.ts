import { expect, test } from 'vitest';
import { barsOf } from './lines';

test('what falls off ends where the rest before it ended', () => {
  const bars = barsOf([
    { kind: 'kept', value: 100 },
    { kind: 'off', value: 20 },
    { kind: 'kept', value: 80 },
    { kind: 'off', value: 30 },
    { kind: 'off', value: 10 },
    { kind: 'result', value: 40 },
  ]);
  expect(bars.map(({ from, width }) => [from, from + width])).toEqual([
    [0, 100],
    [80, 100],
    [0, 80],
    [50, 80],
    [40, 50],
    [0, 40],
  ]);
});

test('an empty database has no bars that are not numbers', () => {
  expect(barsOf([{ kind: 'kept', value: 0 }])).toEqual([{ from: 0, width: 0 }]);
});
