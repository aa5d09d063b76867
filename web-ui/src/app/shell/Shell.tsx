import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { onAnnouncement } from '@/lib/announce';
import { useCurrentName } from '@/lib/title';
import { screenAt } from '../gathered';
import { Rail } from './Rail';
import classes from './Shell.module.css';
import { TabBar } from './TabBar';
import { TopBar } from './TopBar';

/** The frame around every screen: rail, bar, content; on a phone tabs at the foot. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell');
  useWindowTitle();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <Rail />
      <TopBar />
      <main id="content" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      <TabBar />
      <LiveRegion />
    </div>
  );
}

function useWindowTitle(): void {
  const { t } = useTranslation('shell');
  const path = useRouterState({ select: (state) => state.location.pathname });
  const name = useCurrentName();
  const title = name ?? t(screenAt(path)?.title ?? 'shell:home');
  useEffect(() => {
    document.title = `${title} · Postrider`;
  }, [title]);
}

function LiveRegion() {
  const [text, setText] = useState('');
  useEffect(() => onAnnouncement(setText), []);
  return (
    <div className="pr-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
