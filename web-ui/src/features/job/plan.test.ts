import { expect, it } from 'vitest';
import { mappingOf, matchesOf, matchOf, moved, NEW, orderOf, SMS, type Look } from './plan';

const guess = (column: string, field: string | null) => ({ column, field, kind: 'text', filled: 1 });
const look = {
  importer: 'csv',
  settings: { delimiter: 'comma' },
  columns: ['Permit', 'Name', 'Name (2)', 'Phone', 'Note'],
  guesses: [
    guess('Permit', 'permit'),
    guess('Name', '_fname'),
    guess('Name (2)', '_fname'),
    guess('Phone', 'phones'),
    guess('Note', null),
  ],
} as unknown as Look;
const permit = [{ name: 'permit', type: 'text' as const, key: true }];
const plan = { ...NEW, databaseId: '1' };

it('takes a guess for one column only, and the phone for the subscription', () => {
  expect(mappingOf(look, plan, permit)).toEqual({
    Permit: 'permit',
    Name: '_fname',
    'Name (2)': '',
    Phone: SMS,
    Note: '',
  });
});

it('forgets what is no field of the database that was chosen later', () => {
  const chosen = { ...plan, columns: { Note: 'permit' } };
  expect(mappingOf(look, chosen, permit)).toMatchObject({ Note: 'permit', Permit: '' });
  expect(mappingOf(look, chosen, [])).toMatchObject({ Note: '', Permit: '' });
  expect(orderOf(chosen, '9', look, []).columns).toEqual({ Name: '_fname', Phone: 'phones' });
});

it('gives a field to the column that was chosen last', () => {
  const mapping = mappingOf(look, plan, permit);
  const next = { ...plan, columns: moved(mapping, plan, 'Note', '_fname') };
  expect(mappingOf(look, next, permit)).toMatchObject({ Name: '', 'Name (2)': '', Note: '_fname' });
});

it('finds people by a key field, then by their phone, and by nothing that the file does not have', () => {
  const mapping = mappingOf(look, plan, permit);
  expect(matchesOf(mapping, permit)).toEqual(['field:permit', 'phone', 'nothing']);
  expect(matchOf({ ...plan, match: 'email' }, mapping, permit)).toBe('field:permit');
  expect(matchOf({ ...plan, match: 'phone' }, mapping, permit)).toBe('phone');
});

it('subscribes by the phone, which without a resource goes to the profile', () => {
  expect(orderOf({ ...plan, resourceId: '3' }, '9', look, permit)).toMatchObject({
    columns: { Permit: 'permit', Name: '_fname' },
    match: 'field',
    matchField: 'permit',
    subscribe: { resourceId: '3', column: 'Phone' },
  });
  const alone = orderOf(plan, '9', look, permit);
  expect(alone.subscribe).toBeUndefined();
  expect(alone.columns).toMatchObject({ Phone: 'phones' });
});

it('sends formats of dates and a country only when there are some', () => {
  expect(orderOf(plan, '9', look, permit)).not.toHaveProperty('dateFormats');
  expect(orderOf({ ...plan, dateFormats: 'dd.MM.yyyy, , MM/dd/yy', country: 'RU' }, '9', look, permit)).toMatchObject({
    dateFormats: ['dd.MM.yyyy', 'MM/dd/yy'],
    country: 'RU',
  });
});
