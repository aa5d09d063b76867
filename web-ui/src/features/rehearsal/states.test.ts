import { expect, it } from 'vitest';
import { onPhone, reachable, stateOf } from './states';

it('shows on a phone only what came to it', () => {
  expect(['on the way', 'delivered', 'undelivered', 'expired'].filter((state) => onPhone({ state }))).toEqual([
    'delivered',
  ]);
});

it('says a word that it does not know as a doubt', () => {
  expect(stateOf('on the way')).toBe('submitted');
  expect(stateOf('eaten')).toBe('in-doubt');
});

it.each([
  ['http://127.0.0.1:8775/', 'localhost', true],
  ['http://127.0.0.1:8775/', 'postrider.example', false],
  ['http://simulator.example:8775/', 'postrider.example', true],
])('knows whether %s opens in a browser at %s', (page, here, can) => {
  expect(reachable(page, here)).toBe(can);
});
