import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { complete } from './completion';

const FIELDS = [
  { path: 'lead._fname', detail: 'First name', about: 'Example: Anna' },
  { path: 'lead._city', detail: 'City', about: '' },
];

function offered(text: string, explicit = false) {
  const state = EditorState.create({ doc: text });
  return complete(FIELDS, () => '')(new CompletionContext(state, text.length, explicit));
}
const labels = (text: string, explicit = false) => offered(text, explicit)?.options.map((option) => option.label) ?? [];

describe('completion', () => {
  it('offers fields and block words where a tag begins', () => {
    expect(labels('Hello {')).toEqual(expect.arrayContaining(['lead._fname', 'lead._city', 'if', 'end']));
    expect(offered('Hello {lea')?.from).toBe('Hello {'.length);
    expect(offered('Hello {')?.options[0]).toMatchObject({ detail: 'First name', info: 'Example: Anna' });
  });

  it('offers fields after if, and operators after a field', () => {
    expect(labels('{if ')).toEqual(['lead._fname', 'lead._city']);
    expect(labels('{if lead._city eq')[0]).toBe('equal');
    expect(labels('{if lead._city equal "x" and ')).toEqual(expect.arrayContaining(['not', 'lead._fname']));
  });

  it('keeps quiet in plain text, in quotes, after a closed tag and at an escaped brace', () => {
    expect(offered('Hello', true)).toBeNull();
    expect(offered('{if lead._city equal "Mos')).toBeNull();
    expect(offered('{lead._fname} and')).toBeNull();
    expect(offered('\\{lead')).toBeNull();
  });
});
