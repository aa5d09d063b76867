import { readKept, writeKept } from '@/lib/kept';

/** Text that somebody has typed and not saved. It outlives a login, a stopped server and a reload, not the browser tab. */
export interface Draft<V> {
  values: V;
  /** The version that was being changed; 0 for something new. */
  version: number;
  /** When it was typed, in ISO 8601. */
  at: string;
}

const session = () => sessionStorage;

export function readDraft<V>(key: string): Draft<V> | null {
  try {
    return JSON.parse(readKept(`draft.${key}`, session) ?? 'null') as Draft<V> | null;
  } catch {
    return null;
  }
}

export function writeDraft<V>(key: string, draft: Draft<V> | null): void {
  writeKept(`draft.${key}`, draft && JSON.stringify(draft), session);
}
