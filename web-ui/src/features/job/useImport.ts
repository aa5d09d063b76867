import { useCallback, useRef, useState } from 'react';
import { newKey, type Schema } from '@/lib/api';
import { readKept, writeKept } from '@/lib/kept';
import { NEW, type Plan } from './plan';

const KEPT = 'import';
const session = () => sessionStorage;

/** A begun import: the file on the server, and what was decided about it. */
interface Begun {
  upload: Schema<'Upload'> | undefined;
  plan: Plan;
}

function kept(databaseId: string): Begun {
  try {
    const begun = JSON.parse(readKept(KEPT, session) ?? 'null') as Begun | null;
    // Whoever comes from another database begins with it.
    if (begun && (!databaseId || begun.plan.databaseId === databaseId))
      return { ...begun, plan: { ...NEW, ...begun.plan } };
  } catch {
    // An older version of this page has kept something else.
  }
  return { upload: undefined, plan: { ...NEW, databaseId } };
}

/** The import that is being prepared; it outlives a reload of the page, and ends when it is started. */
export function useImport(databaseId: string) {
  const [begun, setBegun] = useState(() => kept(databaseId));
  const key = useRef(newKey());
  const change = useCallback((part: (before: Begun) => Begun) => {
    key.current = newKey();
    setBegun((before) => {
      const next = part(before);
      writeKept(KEPT, JSON.stringify(next), session);
      return next;
    });
  }, []);
  const set = useCallback(
    (part: Partial<Plan>) => change((before) => ({ ...before, plan: { ...before.plan, ...part } })),
    [change],
  );
  /** Another file; what was decided about columns and settings belonged to the one before. */
  const setUpload = useCallback(
    (upload: Schema<'Upload'> | undefined) =>
      change(({ plan }) => ({ upload, plan: { ...plan, settings: {}, columns: {}, match: '' } })),
    [change],
  );
  return {
    ...begun,
    set,
    setUpload,
    /** The same until something changes: a start that is sent twice starts once. */
    key: () => key.current,
    done: () => writeKept(KEPT, null, session),
  };
}
