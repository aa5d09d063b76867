import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tryNow, useServer } from '@/lib/api';
import classes from './Shell.module.css';

/** Over every screen while the server does not answer; it goes by itself. */
export function ServerBanner() {
  const { t } = useTranslation('kit');
  const { up, nextTry } = useServer();
  if (up) return null;
  return (
    <div className={classes.banner}>
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

function Countdown({ nextTry }: { nextTry: number }) {
  const { t } = useTranslation('kit');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return <span aria-hidden>{t('server.banner', { seconds: Math.max(0, Math.ceil((nextTry - now) / 1000)) })}</span>;
}
