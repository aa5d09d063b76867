import { expect, it } from 'vitest';
import { actionsOf, ASKED } from './actions';

it('offers to stop only what has begun or waits for its time', () => {
  expect(actionsOf({ state: 'draft' })).not.toContain('stop');
  expect(actionsOf({ state: 'finished' })).toEqual(['clone']);
  expect(actionsOf({ state: 'running' })).toContain('stop');
});

it('offers to delete a draft that has never run, and no other', () => {
  expect(actionsOf({ state: 'draft', lastRun: null })).toContain('delete');
  expect(actionsOf({ state: 'draft', lastRun: { id: '1' } })).not.toContain('delete');
});

it('asks before messages go out or are given up', () => {
  expect([...ASKED]).toEqual(['activate', 'stop', 'delete']);
});
