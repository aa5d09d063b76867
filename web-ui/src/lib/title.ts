import { useEffect, useSyncExternalStore } from 'react';

/** The name of what the screen shows, where it is not the screen's own title: the last breadcrumb and the window's title. */
const listeners = new Set<() => void>();
let name: string | undefined;

function set(next: string | undefined): void {
  name = next;
  listeners.forEach((listener) => listener());
}

/** Names the screen after its object while it is shown. */
export function useScreenName(next: string | undefined): void {
  useEffect(() => {
    set(next);
    return () => set(undefined);
  }, [next]);
}

/** The name that the screen has given itself. */
export function useCurrentName(): string | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => name,
  );
}
