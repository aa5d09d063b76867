/** Small choices that this browser keeps. Where storage is forbidden they last as long as the page. */
const PREFIX = 'postrider.';

export function readKept(key: string, storage: () => Storage = () => localStorage): string | null {
  try {
    return storage().getItem(PREFIX + key);
  } catch {
    return null;
  }
}

export function writeKept(key: string, value: string | null, storage: () => Storage = () => localStorage): void {
  try {
    if (value === null) storage().removeItem(PREFIX + key);
    else storage().setItem(PREFIX + key, value);
  } catch {
    // Storage is full or forbidden; nothing that matters is lost.
  }
}

/** Forgets everything of this browser tab, for when another person logs in. */
export function forgetSession(): void {
  try {
    sessionStorage.clear();
  } catch {
    // There was nothing to forget.
  }
}
