import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/lib/announce';
import { onRecovery, tryNow, useServer } from '@/lib/api';
import classes from './Shell.module.css';

/** Over every screen while the server does not answer; it goes by itself. */
export function ServerBanner() {
  const { t } = useTranslation('kit');
  const { up, nextTry } = useServer();
  useEffect(() => onRecovery(() => announce(t('server.back'))), [t]);
  const room = useRoom();
  if (up) return null;
  return (
    <div ref={room} className={classes.banner}>
      <span role="alert" className="pr-hidden">
        {t('server.noAnswer')}
      </span>
      <Countdown key={nextTry} nextTry={nextTry} />
      <Button size="xs" onClick={tryNow}>
        {t('server.tryNow')}
      </Button>
    </div>
  );
}

/** Tells the style sheets how high the banner is, so that what sticks to the top stays below it. */
function useRoom(): (banner: HTMLElement | null) => (() => void) | undefined {
  return useCallback((banner) => {
    if (!banner) return undefined;
    const { style } = document.documentElement;
    const measure = new ResizeObserver(() => style.setProperty('--pr-banner', `${banner.offsetHeight}px`));
    measure.observe(banner);
    return () => {
      measure.disconnect();
      style.removeProperty('--pr-banner');
    };
  }, []);
}

function Countdown({ nextTry }: { nextTry: number }) {
  const { t } = useTranslation('kit');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return <span aria-hidden>{t('server.banner', { seconds: Math.max(0, Math.ceil((nextTry - now) / 1000)) })}</span>;
}
