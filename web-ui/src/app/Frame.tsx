import { Outlet, useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { api, ask, currentSession, onRecovery, opened, useSession, type Me } from '@/lib/api';
import { forgetSession } from '@/lib/kept';
import { onBreak, startEvents, stopEvents, useEvents } from '@/lib/events';
import { learn, speak } from '@/lib/i18n';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { ServerBanner } from './shell/ServerBanner';
import { Shell } from './shell/Shell';

const LoginPage = lazy(async () => {
  const [file] = await Promise.all([import('@/features/account/LoginPage'), learn('account')]);
  return { default: file.LoginPage };
});

const FirstPasswordPage = lazy(async () => {
  const [file] = await Promise.all([import('@/features/account/FirstPasswordPage'), learn('account')]);
  return { default: file.FirstPasswordPage };
});

const look = () => ask(api.GET('/api/v1/me')).then(opened, () => undefined);

/** Asks who this is; without an answer again when the server is back, and when the stream of events breaks. */
function useFirstLook(): void {
  useEffect(() => {
    void look();
    const stop = [onRecovery(() => void look()), onBreak(() => void look())];
    return () => stop.forEach((each) => each());
  }, []);
}

const ME = ['me'];
const SELDOM = 15_000;

/** A new sender may make a live environment of a rehearsal, also when somebody else adds it. */
function useEnvironment(open: boolean): void {
  useEvents('senders', [ME], undefined, SELDOM);
  useQuery({
    queryKey: ME,
    enabled: open,
    staleTime: SELDOM,
    queryFn: async ({ signal }) => {
      const now = await ask(api.GET('/api/v1/me', { signal }));
      const { me, state } = currentSession();
      if (state === 'open' && me?.id === now.id && JSON.stringify(me) !== JSON.stringify(now)) opened(now);
      return now;
    },
  });
}

/**
 * Either the login or the screens. When a session ends while somebody works, the screens stay where they are under the
 * login form, so that no typed text is lost.
 */
export function Frame() {
  const { me, state } = useSession();
  const login = me?.id;
  const language = me?.language;
  // What was typed at the login, so that nobody types the made-up password twice; only until another is chosen.
  const [typed, setTyped] = useState('');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const spoken = useLanguage();
  useFirstLook();
  useEnvironment(state === 'open');
  useEffect(() => {
    if (state !== 'open') return;
    startEvents();
    return () => {
      stopEvents();
    };
  }, [state, login]);
  useEffect(() => {
    if (language) void speak(language);
  }, [language]);
  useEffect(() => {
    // Dialogs hang on the page's body, beside the screens; they wait out of sight as well.
    document.documentElement.toggleAttribute('data-ended', state === 'ended');
  }, [state]);
  const enter = (next: Me, password: string, chosen: boolean) => {
    if (me && me.id !== next.id) {
      // Another person: nothing of the one before may be seen.
      forgetSession();
      location.assign('/');
      return;
    }
    if (next.mustChangePassword) setTyped(password);
    // Who has chosen a language at the login, or comes for the first time, keeps that one.
    const keeps = (chosen || next.mustChangePassword === true) && spoken !== next.language;
    opened(keeps ? { ...next, language: spoken } : next);
    // What was asked for meanwhile was refused.
    if (me) void queries.invalidateQueries();
    if (keeps) {
      ask(api.PATCH('/api/v1/me', { body: { language: spoken } })).then(opened, () => undefined);
    }
  };
  const leaveFirst = () => {
    setTyped('');
    if (me) opened({ ...me, mustChangePassword: false });
    if (location.pathname === '/') void navigate({ to: '/setup' } as never);
  };
  const first = state === 'open' && me?.mustChangePassword;
  return (
    <>
      <ServerBanner />
      {first && (
        <Suspense fallback={null}>
          <FirstPasswordPage me={me} present={typed} onChosen={leaveFirst} />
        </Suspense>
      )}
      {!first && (state === 'open' || state === 'ended') && (
        <div inert={state === 'ended'} hidden={state === 'ended'}>
          <Shell>
            <Outlet />
          </Shell>
        </div>
      )}
      {(state === 'nobody' || state === 'ended') && (
        <Suspense fallback={null}>
          <LoginPage onLogin={enter} again={state === 'ended' ? me : null} />
        </Suspense>
      )}
    </>
  );
}
