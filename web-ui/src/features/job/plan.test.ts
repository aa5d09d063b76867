import { expect, it } from 'vitest';
import { guessed, orderOf, type Look } from './plan';

const look = {
  importer: 'csv',
  settings: { delimiter: 'comma' },
  guesses: [
    { column: 'Name', field: '_fname', kind: 'text', filled: 1 },
    { column: 'Name (2)', field: '_fname', kind: 'text', filled: 1 },
    { column: 'Note', field: null, kind: 'text', filled: 1 },
  ],
} as unknown as Look;

it('takes a guess for one column only', () => {
  expect(guessed(look)).toEqual({ Name: '_fname', 'Name (2)': '', Note: '' });
});

it('leaves out columns without a field, and the subscription without a resource', () => {
  const plan = {
    databaseId: '1',
    columns: guessed(look),
    matchField: '',
    resourceId: '',
    phoneColumn: 'Phone',
    rejectInvalid: false,
  };
  const order = orderOf(plan, '9', look);
  expect(order.columns).toEqual({ Name: '_fname' });
  expect(order.subscribe).toBeUndefined();
  expect(order.match).toBe('phone');
  expect(orderOf({ ...plan, resourceId: '3', matchField: 'permit' }, '9', look)).toMatchObject({
    matchField: 'permit',
    subscribe: { resourceId: '3', column: 'Phone' },
  });
});
