import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { JOINERS, OPERATORS } from './language';

/** A field as the completion shows it. */
export interface FieldChoice {
  /** As it stands in a tag, such as `lead._fname`. */
  path: string;
  /** What people call it. */
  detail: string;
  /** An example and how often it is filled in. */
  about: string;
}

/** What a word in a tag is for, by the word. */
export type Explain = (word: string) => string;

const STARTS = ['if', 'elseif', 'else', 'end', 'range'];
/** The open tag before the cursor: its braces, and everything after them. */
const OPEN_TAG = /(?:^|[^\\])(\{\{?[~#]?)([^{}]*)$/;

function close(view: EditorView, to: number, open: string): string {
  const braces = open.startsWith('{{') ? '}}' : '}';
  return view.state.sliceDoc(to, to + braces.length) === braces ? '' : braces;
}

/** Puts a word in and closes the tag when nothing else belongs into it. */
function closing(label: string, open: string, space = false): NonNullable<Completion['apply']> {
  return (view, _completion, from, to) => {
    const insert = label + (space ? ' ' : close(view, to, open));
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      userEvent: 'input.complete',
    });
  };
}

/** What fits at the cursor: fields anywhere in a tag, block words at its begin, operators after something. */
export function complete(fields: readonly FieldChoice[], explain: Explain) {
  return (context: CompletionContext): CompletionResult | null => {
    const before = context.state.sliceDoc(Math.max(0, context.pos - 400), context.pos);
    const tag = OPEN_TAG.exec(before);
    if (!tag) return null;
    const [, open = '{', inner = ''] = tag;
    // Inside quotes somebody writes a value of their own.
    if ((inner.match(/"/g)?.length ?? 0) % 2 === 1) return null;
    const word = /[\w.$]*$/.exec(inner)?.[0] ?? '';
    const begins = inner.trim() === word;
    if (!begins && word === '' && !context.explicit && !/[\s(]$/.test(inner)) return null;
    const values = fields.map((field, i): Completion => ({
      label: field.path,
      detail: field.detail,
      type: 'variable',
      boost: Math.max(-90, 50 - i),
      ...(field.about ? { info: field.about } : {}),
      ...(begins ? { apply: closing(field.path, open) } : {}),
    }));
    const words = (begins ? STARTS : [...OPERATORS, ...JOINERS]).map((label): Completion => ({
      label,
      detail: explain(label),
      type: 'keyword',
      boost: begins ? -95 : 60,
      apply: begins ? closing(label, open, label !== 'else' && label !== 'end') : `${label} `,
    }));
    const blank = begins || /^(?:if|elseif|else if|range)?\s*$/.test(inner.slice(0, inner.length - word.length).trim());
    return {
      from: context.pos - word.length,
      options: blank ? [...values, ...(begins ? words : [])] : [...words, ...values],
    };
  };
}
