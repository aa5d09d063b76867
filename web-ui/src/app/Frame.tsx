import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { api, ask, opened, useSession, type Me } from '@/lib/api';
import { startEvents, stopEvents } from '@/lib/events';
import { learn, speak } from '@/lib/i18n';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { enter, useEnvironment, useFirstLook, useReturn } from './session';
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
  const navigate = useNavigate();
  const spoken = useLanguage();
  useFirstLook();
  useEnvironment(state === 'open');
  useReturn(state);
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
  const logIn = (next: Me, password: string, chosen: boolean) => {
    if (next.mustChangePassword) setTyped(password);
    // Who has chosen a language at the login, or comes for the first time, keeps that one.
    const keeps = (chosen || next.mustChangePassword === true) && spoken !== next.language;
    enter(keeps ? { ...next, language: spoken } : next);
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
          <LoginPage onLogin={logIn} again={state === 'ended' ? me : null} />
        </Suspense>
      )}
    </>
  );
}
