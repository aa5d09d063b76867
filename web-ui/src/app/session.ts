import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { api, ask, currentSession, onRecovery, opened, type Me, type Session } from '@/lib/api';
import { onBreak, useEvents } from '@/lib/events';
import { forgetSession } from '@/lib/kept';

/** Goes on as this person. */
export function enter(next: Me): void {
  const { me } = currentSession();
  if (me && me.id !== next.id) {
    // Another person: nothing of the one before may be seen.
    forgetSession();
    location.assign('/');
    return;
  }
  if (JSON.stringify(me) !== JSON.stringify(next) || currentSession().state !== 'open') opened(next);
}

const look = () => ask(api.GET('/api/v1/me')).then(enter, () => undefined);

/** Asks who this is; without an answer again when the server is back, and when the stream of events breaks. */
export function useFirstLook(): void {
  useEffect(() => {
    void look();
    const stop = [onRecovery(() => void look()), onBreak(() => void look())];
    return () => stop.forEach((each) => each());
  }, []);
}

const ME = ['me'];
const SELDOM = 5_000;

/** A new sender may make a live environment of a rehearsal, also when somebody else adds it. */
export function useEnvironment(open: boolean): void {
  useEvents('senders', [ME], undefined, SELDOM);
  useQuery({
    queryKey: ME,
    enabled: open,
    staleTime: SELDOM,
    queryFn: async ({ signal }) => {
      const now = await ask(api.GET('/api/v1/me', { signal }));
      if (currentSession().state === 'open') enter(now);
      return now;
    },
  });
}

/** After a session that ended: what was refused is asked for again, and the cursor stands where it stood. */
export function useReturn(state: Session['state']): void {
  const queries = useQueryClient();
  const place = useRef<Element | null>(null);
  useLayoutEffect(() => {
    // Dialogs hang on the page's body, beside the screens; they wait out of sight as well.
    document.documentElement.toggleAttribute('data-ended', state === 'ended');
    if (state !== 'ended') return undefined;
    place.current = document.activeElement;
    // Another window may have begun the next session already.
    const back = () => void look();
    addEventListener('focus', back);
    return () => removeEventListener('focus', back);
  }, [state]);
  useEffect(() => {
    if (state !== 'open' || place.current === null) return;
    if (place.current instanceof HTMLElement) place.current.focus({ preventScroll: true });
    place.current = null;
    void queries.invalidateQueries();
  }, [state, queries]);
}
