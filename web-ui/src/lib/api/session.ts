import { useSyncExternalStore } from 'react';
import type { components } from './schema';

export type Me = components['schemas']['Me'];

/**
 * Who is logged in. `ended` means that there was a session and it is over: the screen stays as it is, with all typed text,
 * and the login form comes over it.
 */
export interface Session {
  me: Me | null;
  state: 'unknown' | 'nobody' | 'open' | 'ended';
}

const listeners = new Set<() => void>();
let session: Session = { me: null, state: 'unknown' };

function set(next: Session): void {
  session = next;
  listeners.forEach((listener) => listener());
}

/** The session began, or its person changed something about themselves. */
export function opened(me: Me): void {
  set({ me, state: 'open' });
}

/** The server does not know the session any more. */
export function ended(): void {
  if (session.state === 'open') set({ me: session.me, state: 'ended' });
  else if (session.state === 'unknown') set({ me: null, state: 'nobody' });
}

/** The person logged out. */
export function loggedOut(): void {
  set({ me: null, state: 'nobody' });
}

export function currentSession(): Session {
  return session;
}

export function useSession(): Session {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => session,
  );
}

/** Whether the person may do this, such as `senders:write`. */
export function useMay(): (permission: string) => boolean {
  const { me } = useSession();
  return (permission) => me?.permissions.includes(permission) ?? false;
}
