import { ProblemError, type Schema } from '@/lib/api';

export type Profile = Schema<'Profile'>;
export type Field = Schema<'ProfileField'>;

/** Fields that everybody has, in the order in which people look for them. */
export const STANDARD: Field[] = [
  { name: '_fname', type: 'text' },
  { name: '_lname', type: 'text' },
  { name: 'phones', type: 'phones' },
  { name: 'email', type: 'text' },
  { name: '_city', type: 'text' },
  { name: '_bdate', type: 'date' },
  { name: '_sex', type: 'enum', options: ['male', 'female'] },
  { name: '_region', type: 'text' },
  { name: '_country', type: 'text' },
  { name: '_postal_code', type: 'text' },
  { name: '_tz', type: 'text' },
  { name: '_regdate', type: 'datetime' },
  { name: '_vendor', type: 'text' },
];

/** Values as people type them: lists by commas. */
export type Draft = { values: Record<string, string> };

export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.join(', ') : String(value as string | number | boolean);
}

export function nameOf(values: Profile['values']): string {
  return [values['_fname'], values['_lname']].map(textOf).filter(Boolean).join(' ');
}

export function draftOf(values: Profile['values'], fields: Field[]): Draft {
  return { values: Object.fromEntries(fields.map((field) => [field.name, textOf(values[field.name])])) };
}

/** What the server is told: only what differs, and an empty text empties a field. */
export function changesOf(draft: Draft, before: Draft, fields: Field[]): Profile['values'] {
  const changed = fields.filter((field) => (draft.values[field.name] ?? '') !== (before.values[field.name] ?? ''));
  return Object.fromEntries(changed.map((field) => [field.name, typed(draft.values[field.name] ?? '', field)]));
}

function typed(text: string, field: Field): Profile['values'][string] {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const lists = field.type === 'phones' || field.type === 'tags';
  return lists
    ? trimmed
        .split(/[,;\n]/)
        .map((one) => one.trim())
        .filter(Boolean)
    : trimmed;
}

/** What a bulk operation says of its only item, as the problem of a form whose field is the contact. */
export function refusal({ code = '', detail = '' }: { code?: string; detail?: string }): ProblemError {
  const errors = [{ pointer: '/contact', code, detail, parameters: {} }];
  return new ProblemError({ type: 'about:blank', title: '', status: 422, code, detail, errors });
}

/** The same problem with what it says of the phone beside the field in which the phone was typed. */
export function besideContact(problem: unknown): unknown {
  if (!(problem instanceof ProblemError)) return problem;
  const errors = (problem.problem.errors ?? []).map((error) =>
    /^\/(subscriptions\/0|values\/phones)/.test(error.pointer) ? { ...error, pointer: '/contact' } : error,
  );
  return new ProblemError({ ...problem.problem, errors });
}
