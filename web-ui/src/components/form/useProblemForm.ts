import { useForm, type UseFormInput, type UseFormReturnType } from '@mantine/form';
import { useDebouncedCallback } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newKey, NoAnswerError, ProblemError, type FieldProblem } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { readDraft, writeDraft, type Draft } from './drafts';
import { fieldOf, has } from './paths';

/** What the server has: the values that can be changed and their version. */
export interface Stored<V> {
  values: V;
  version: number;
}

/** How a save goes out: `version` for If-Match, `key` for Idempotency-Key, the same until the form changes or is saved. */
export interface Attempt {
  version: number;
  key: string;
}

export interface ProblemFormOptions<V extends Record<string, unknown>> {
  initial: V;
  /** Version of what is changed; 0 for something new. */
  version?: number;
  /** Where unsaved text is kept, such as `template.42` or `template.new`. */
  draft: string;
  /** What cannot be sent at all; everything else is the server's to say. */
  validate?: UseFormInput<V>['validate'];
  /** Sends it; what it answers may have the new version, for the next save. */
  save: (values: V, attempt: Attempt) => Promise<unknown>;
  /** Reads what the server has now, for when somebody else has changed it. */
  reload?: () => Promise<Stored<V>>;
  /** Fields whose text must not be kept in the browser, such as passwords. */
  secrets?: (keyof V & string)[];
}

export interface ProblemForm<V extends Record<string, unknown>> {
  form: UseFormReturnType<V>;
  /** Sends the form; true when it was saved. */
  submit: () => Promise<boolean>;
  busy: boolean;
  dirty: boolean;
  /** What concerns no field that the form shows; one sentence each. */
  sentences: string[];
  /** Code of the problem, in small after the sentence. */
  code: string;
  /** Somebody else has saved since; nothing was overwritten. */
  conflict: boolean;
  /** Fields whose text must not be shown. */
  secrets: (keyof V & string)[];
  reload: (() => Promise<Stored<V>>) | undefined;
  /** Goes on from what the server has: with its values, or with one's own over them. */
  resolve: (stored: Stored<V>, keepMine: boolean) => void;
  /** Unsaved text of an earlier visit that was put into the form; its time in ISO 8601. */
  restored: string | null;
  discardDraft: () => void;
}

interface State {
  busy: boolean;
  sentences: string[];
  code: string;
  conflict: boolean;
}

const FINE: State = { busy: false, sentences: [], code: '', conflict: false };

function without<V extends Record<string, unknown>>(values: V, initial: V, secrets: (keyof V & string)[]): V {
  return { ...values, ...Object.fromEntries(secrets.map((name) => [name, initial[name]])) };
}

function versionOf(saved: unknown): number | undefined {
  const version = typeof saved === 'object' && saved !== null && 'version' in saved ? saved.version : undefined;
  return typeof version === 'number' ? version : undefined;
}

/** A form that shows what the server says beside the fields it says it about, and loses no typed text. */
export function useProblemForm<V extends Record<string, unknown>>(options: ProblemFormOptions<V>): ProblemForm<V> {
  const { initial, draft: key, secrets = [] } = options;
  const text = useProblemText();
  const [kept] = useState<Draft<V> | null>(() => readDraft<V>(key));
  const [restored, setRestored] = useState(kept?.at ?? null);
  const [state, setState] = useState(FINE);
  const version = useRef(kept?.version ?? options.version ?? 0);
  const attempt = useRef('');
  const keep = useDebouncedCallback(
    (values: V, dirty: boolean) => {
      const open = without(values, initial, secrets);
      // What was typed may be secret altogether; then there is nothing to go on from.
      const worth = dirty && JSON.stringify(open) !== JSON.stringify(initial);
      writeDraft(key, worth ? { values: open, version: version.current, at: new Date().toISOString() } : null);
    },
    { delay: 300, flushOnUnmount: true },
  );
  const form = useForm<V>({
    mode: 'controlled',
    initialValues: initial,
    ...(options.validate ? { validate: options.validate } : {}),
    onValuesChange: (values) => {
      attempt.current = '';
      keep(values, form.isDirty());
    },
  });
  useEffect(() => {
    if (kept) form.setValues(kept.values);
    // Once, when the form comes up; later changes are the person's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const show = useCallback(
    (problem: unknown) => {
      if (!(problem instanceof ProblemError)) {
        // Without an answer the banner over every screen says so already.
        setState({ ...FINE, sentences: problem instanceof NoAnswerError ? [] : [text.error(problem)] });
        return;
      }
      if (problem.status === 412) {
        setState({ ...FINE, conflict: true });
        return;
      }
      const errors: FieldProblem[] = problem.problem.errors ?? [];
      const here = errors.filter((error) => has(form.getValues(), fieldOf(error.pointer)));
      const elsewhere = errors.filter((error) => !here.includes(error)).map(text.sentence);
      form.setErrors(Object.fromEntries(here.map((error) => [fieldOf(error.pointer), text.sentence(error)])));
      const first = here[0];
      if (first) setTimeout(() => form.getInputNode(fieldOf(first.pointer))?.focus());
      const whole = here.length > 0 || elsewhere.length > 0 ? elsewhere : [text.error(problem)];
      setState({ ...FINE, sentences: whole, code: whole.length > 0 ? problem.code : '' });
    },
    [form, text],
  );
  const submit = async () => {
    form.clearErrors();
    const { hasErrors, errors } = form.validate();
    if (hasErrors) {
      const first = Object.keys(errors)[0];
      setTimeout(() => first && form.getInputNode(first)?.focus());
      return false;
    }
    attempt.current ||= newKey();
    setState({ ...FINE, busy: true });
    try {
      const values = form.getValues();
      const saved = await options.save(values, { version: version.current, key: attempt.current });
      keep.cancel();
      writeDraft(key, null);
      version.current = versionOf(saved) ?? version.current;
      attempt.current = '';
      form.resetDirty(values);
      setRestored(null);
      setState(FINE);
      return true;
    } catch (problem) {
      show(problem);
      return false;
    }
  };
  const resolve = (stored: Stored<V>, keepMine: boolean) => {
    version.current = stored.version;
    const mine = form.getValues();
    form.resetDirty(stored.values);
    form.setValues(keepMine ? mine : stored.values);
    form.clearErrors();
    setState(FINE);
  };
  return {
    form,
    submit,
    busy: state.busy,
    dirty: form.isDirty(),
    sentences: state.sentences,
    code: state.code,
    conflict: state.conflict,
    secrets,
    reload: options.reload,
    resolve,
    restored,
    discardDraft: () => {
      version.current = options.version ?? 0;
      form.setValues(initial);
      form.resetDirty(initial);
      keep.cancel();
      writeDraft(key, null);
      setRestored(null);
    },
  };
}
