import { expect, it } from 'vitest';
import { nameOf } from './usePerson';

it('calls somebody by name, else by e-mail, else not at all', () => {
  expect(nameOf({ _fname: 'Anna', _lname: ' Petrova ', email: 'a@example.com' })).toBe('Anna Petrova');
  expect(nameOf({ _fname: '', _lname: null, email: 'a@example.com' } as never)).toBe('a@example.com');
  expect(nameOf({ points: 5 } as never)).toBe('');
});
