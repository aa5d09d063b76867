import { expect, it } from 'vitest';
import { fieldName } from './fieldName';

it('makes a name for templates out of what people say', () => {
  expect(fieldName('Risk Category', [])).toBe('risk_category');
  expect(fieldName('1st Inspection', [])).toBe('st_inspection');
  expect(fieldName('Щедрость, ₽', [])).toBe('schedrost');
  expect(fieldName('Prénom', ['prenom', 'prenom_2'])).toBe('prenom_3');
  expect(fieldName('שם', [])).toBe('field');
});
