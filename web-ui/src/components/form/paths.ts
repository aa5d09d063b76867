/** `/texts/sms` as the form calls it: `texts.sms`. */
export function fieldOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'))
    .join('.');
}

/** Whether the values have such a field, so that a problem of it can be shown there. */
export function has(values: unknown, field: string): boolean {
  return (
    field !== '' &&
    field.split('.').reduce<unknown>((value, step) => {
      return typeof value === 'object' && value !== null && step in value
        ? (value as Record<string, unknown>)[step]
        : undefined;
    }, values) !== undefined
  );
}

export interface Difference {
  field: string;
  mine: unknown;
  theirs: unknown;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What differs between two states of a form, field by field. */
export function differences(mine: object, theirs: object): Difference[] {
  const fields = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return fields
    .map((field) => ({
      field,
      mine: (mine as Record<string, unknown>)[field],
      theirs: (theirs as Record<string, unknown>)[field],
    }))
    .filter((difference) => !same(difference.mine, difference.theirs));
}
