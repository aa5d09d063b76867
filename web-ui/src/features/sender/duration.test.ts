import { expect, it } from 'vitest';
import { amountOf, inSeconds, isoOf, secondsOf } from './duration';

it.each([
  ['PT30S', 30],
  ['PT24H', 86_400],
  ['PT1M30S', 90],
  ['P1DT1S', 86_401],
  ['PT0.5S', 0.5],
  ['PT0S', 0],
])('reads %s as %d seconds', (iso, seconds) => {
  expect(secondsOf(iso)).toBe(seconds);
  expect(secondsOf(isoOf(seconds))).toBe(seconds);
});

it.each(['', 'P', 'PT', '30', 'soon', 'PT-5S'])('does not read %j', (iso) => {
  expect(secondsOf(iso)).toBeUndefined();
});

it.each([
  [90, 90, 'second'],
  [120, 2, 'minute'],
  [172_800, 2, 'day'],
  [90_000, 25, 'hour'],
  [0, 0, 'second'],
] as const)('says %d seconds as %d of a %s', (seconds, amount, unit) => {
  expect(amountOf(seconds)).toEqual({ amount, unit });
  expect(inSeconds(amount, unit)).toBe(seconds);
});
