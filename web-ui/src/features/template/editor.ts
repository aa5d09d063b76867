import { autocompletion, completionKeymap, startCompletion, type CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import type { Schema } from '@/lib/api';
import { styleNonce } from '@/lib/theme/nonce';
import { placeOf, spans } from './language';
import { theme } from './editorTheme';

const MARKS = new Map<string, Decoration>();

function mark(name: string): Decoration {
  const known = MARKS.get(name) ?? Decoration.mark({ class: `pr-${name}` });
  MARKS.set(name, known);
  return known;
}

function decorate(view: EditorView): DecorationSet {
  return Decoration.set(
    spans(view.state.doc.toString()).map(({ from, to, kind }) => mark(kind).range(from, to)),
    true,
  );
}

const highlighting = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update(update: ViewUpdate) {
      if (update.docChanged) this.decorations = decorate(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** Saves the form around the editor, as Enter does in other fields. */
function submit(view: EditorView): boolean {
  view.dom.closest('form')?.requestSubmit();
  return true;
}

/** Everything about the editor that does not change while it is there. Tab is not caught, so it leaves the editor. */
export function editing(onText: (text: string) => void): Extension[] {
  return [
    EditorView.cspNonce.of(styleNonce()),
    // Every character is sent, so that the text must come out as it went in; only what is pasted gets our line breaks.
    EditorState.lineSeparator.of('\n'),
    EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n')),
    keymap.of([
      { key: 'Mod-Enter', run: submit },
      { key: 'Mod-s', run: submit, preventDefault: true },
      ...completionKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    history(),
    drawSelection(),
    lineNumbers(),
    EditorView.lineWrapping,
    highlighting,
    theme,
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onText(update.state.doc.toString());
    }),
  ];
}

/** The completion, which follows the fields of the chosen database. */
export function completing(source: CompletionSource): Extension {
  return autocompletion({ override: [source], icons: false, maxRenderedOptions: 60 });
}

/** Underlines what is wrong. */
export function underline(view: EditorView, problems: { place: Schema<'TemplateProblem'>; sentence: string }[]): void {
  const text = view.state.doc.toString();
  const diagnostics = problems.map(({ place, sentence }): Diagnostic => ({
    ...placeOf(text, place.line, place.column),
    severity: place.severity,
    message: sentence,
  }));
  view.dispatch(setDiagnostics(view.state, diagnostics));
}

/** Replaces the whole text as one step that can be undone, without moving what is equal at both ends. */
export function write(view: EditorView, next: string): void {
  const now = view.state.doc.toString();
  if (now === next) return;
  let from = 0;
  while (from < now.length && from < next.length && now[from] === next[from]) from += 1;
  let end = 0;
  while (end < now.length - from && end < next.length - from && now.at(-1 - end) === next.at(-1 - end)) end += 1;
  view.dispatch({ changes: { from, to: now.length - end, insert: next.slice(from, next.length - end) } });
}

/** Opens a tag and offers the fields. */
export function insertField(view: EditorView): void {
  view.dispatch(view.state.replaceSelection('{'));
  view.focus();
  startCompletion(view);
}

/** Puts an empty condition around what is selected, with the cursor where the field belongs. */
export function insertCondition(view: EditorView): void {
  const { from, to } = view.state.selection.main;
  const chosen = view.state.sliceDoc(from, to);
  view.dispatch({
    changes: { from, to, insert: `{if }${chosen}{else}{end}` },
    selection: { anchor: from + '{if '.length },
  });
  view.focus();
  startCompletion(view);
}

export function goTo(view: EditorView, line: number, column: number): void {
  const { from, to } = placeOf(view.state.doc.toString(), line, column);
  view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
  view.focus();
}
