import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { api, ask, onRecovery, opened, useSession, type Me } from '@/lib/api';
import { forgetSession } from '@/lib/kept';
import { startEvents, stopEvents } from '@/lib/events';
import { learn, speak } from '@/lib/i18n';
import { ServerBanner } from './shell/ServerBanner';
import { Shell } from './shell/Shell';

const LoginPage = lazy(async () => {
  const [file] = await Promise.all([import('@/features/account/LoginPage'), learn('account')]);
  return { default: file.LoginPage };
});

/** Asks who this is; without an answer again when the server is back. */
function useFirstLook(): void {
  useEffect(() => {
    const look = () => ask(api.GET('/api/v1/me')).then(opened, () => undefined);
    void look();
    return onRecovery(() => void look());
  }, []);
}

/**
 * Either the login or the screens. When a session ends while somebody works, the screens stay where they are under the
 * login form, so that no typed text is lost.
 */
export function Frame() {
  const { me, state } = useSession();
  const login = me?.id;
  useFirstLook();
  useEffect(() => {
    if (state !== 'open') return;
    startEvents();
    return () => {
      stopEvents();
    };
  }, [state, login]);
  useEffect(() => {
    if (me) void speak(me.language);
  }, [me]);
  const enter = (next: Me) => {
    if (me && me.id !== next.id) {
      // Another person: nothing of the one before may be seen.
      forgetSession();
      location.assign('/');
      return;
    }
    opened(next);
  };
  return (
    <>
      <ServerBanner />
      {(state === 'open' || state === 'ended') && (
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
