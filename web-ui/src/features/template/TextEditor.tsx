import { Compartment, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import type { Schema } from '@/lib/api';
import { complete, type Explain, type FieldChoice } from './completion';
import { completing, editing, goTo, insertCondition, insertField, underline, write } from './editor';

/** What buttons around the editor do with it. */
export interface EditorHandle {
  insertField: () => void;
  insertCondition: () => void;
  goTo: (line: number, column: number) => void;
}

interface TextEditorProps {
  value: string;
  onChange: (text: string) => void;
  label: string;
  describedBy: string;
  invalid: boolean;
  readOnly: boolean;
  /** Name in the form, by which a refused save finds it. */
  path: string;
  fields: FieldChoice[];
  explain: Explain;
  /** What is wrong with this very text; undefined while it is not known. */
  problems: { place: Schema<'TemplateProblem'>; sentence: string }[] | undefined;
  ref: Ref<EditorHandle>;
}

/** The text of a template with its colours, completion and mistakes. */
export function TextEditor(props: TextEditorProps) {
  const { value, onChange, fields, explain, problems, ref } = props;
  const { label, describedBy, invalid, readOnly, path } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const parts = useRef({ completion: new Compartment(), about: new Compartment() });
  const changed = useRef(onChange);
  const first = useRef(value);
  useEffect(() => {
    changed.current = onChange;
  });
  useEffect(() => {
    if (!place.current) return undefined;
    const { completion, about } = parts.current;
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [editing((text) => changed.current(text)), completion.of([]), about.of([])],
      }),
    });
    view.current = made;
    return () => {
      made.destroy();
      view.current = null;
    };
  }, []);
  useEffect(() => {
    if (view.current) write(view.current, value);
  }, [value]);
  useEffect(() => {
    const effects = parts.current.completion.reconfigure(completing(complete(fields, explain)));
    view.current?.dispatch({ effects });
  }, [fields, explain]);
  useEffect(() => {
    const attributes: Record<string, string> = {
      'aria-label': label,
      'aria-describedby': describedBy,
      'aria-invalid': String(invalid),
      'data-path': path,
      spellcheck: 'true',
    };
    const effects = parts.current.about.reconfigure([
      EditorView.contentAttributes.of(attributes),
      EditorState.readOnly.of(readOnly),
    ]);
    view.current?.dispatch({ effects });
  }, [label, describedBy, invalid, readOnly, path]);
  useEffect(() => {
    if (view.current && problems) underline(view.current, problems);
  }, [problems]);
  useImperativeHandle(ref, () => ({
    insertField: () => view.current && insertField(view.current),
    insertCondition: () => view.current && insertCondition(view.current),
    goTo: (line, column) => view.current && goTo(view.current, line, column),
  }));
  return <div ref={place} />;
}
