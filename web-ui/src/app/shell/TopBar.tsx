import { UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconSearch } from '@tabler/icons-react';
import { Link, useParams, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/lib/api';
import { learn } from '@/lib/i18n';
import { useCurrentName } from '@/lib/title';
import { screenAt, screens } from '../gathered';
import { Mark } from '@/components';
import { Environment } from './Environment';
import { HelpMenu } from './HelpMenu';
import { LanguageMenu } from './Languages';
import classes from './Shell.module.css';
import { UserMenu } from './UserMenu';
import { way } from './useGroups';

const Palette = lazy(() => import('./Palette'));
const Bell = lazy(async () => {
  const [file] = await Promise.all([import('@/features/notice/Bell'), learn('notice')]);
  return file;
});

/** Where one is, search, and who one is. */
export function TopBar() {
  const { t } = useTranslation('shell');
  const { me } = useSession();
  const [finding, setFinding] = useState(false);
  const place = useRef<Element | null>(null);
  const find = () => {
    if (!finding) place.current = document.activeElement;
    setFinding(true);
  };
  const found = (gone: boolean) => {
    setFinding(false);
    const before = place.current;
    place.current = null;
    // After the dialog has let the focus go.
    if (!gone && before instanceof HTMLElement) setTimeout(() => before.focus({ preventScroll: true }));
  };
  useHotkeys([['mod+K', find]], [], true);
  return (
    <header className={classes.top}>
      <Path />
      <Environment />
      <UnstyledButton className={`${classes.find} pr-wide-only`} onClick={find}>
        <IconSearch size={16} aria-hidden />
        <span>{t('find')}</span>
        <kbd>{'Ctrl K'}</kbd>
      </UnstyledButton>
      <UnstyledButton className={`${classes.icon} pr-phone-only`} aria-label={t('find')} onClick={find}>
        <IconSearch size={18} aria-hidden />
      </UnstyledButton>
      <Suspense fallback={<div className={classes.icon} />}>{me && <Bell person={me.id} />}</Suspense>
      <HelpMenu />
      <LanguageMenu />
      <UserMenu />
      {finding && (
        <Suspense fallback={null}>
          <Palette close={found} />
        </Suspense>
      )}
    </header>
  );
}

function filled(path: string, parameters: Record<string, string | undefined>): string {
  return path.replace(/\$(\w+)/g, (_whole, name: string) => encodeURIComponent(parameters[name] ?? ''));
}

function Path() {
  const { t } = useTranslation('shell');
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const parameters: Record<string, string | undefined> = useParams({ strict: false });
  const name = useCurrentName();
  const steps = way(pathname).flatMap((path) => screens.filter((screen) => screen.path === path));
  const here = screenAt(pathname);
  const above = steps.slice(0, -1);
  const up = above[above.length - 1];
  return (
    <>
      <div className={`${classes.back} pr-phone-only`}>
        {up ? (
          <Link to={filled(up.path, parameters)}>
            <IconChevronLeft size={18} aria-hidden />
            <span>{t(up.title)}</span>
          </Link>
        ) : (
          <Link to="/" aria-label={t('home')}>
            <Mark />
          </Link>
        )}
      </div>
      <nav className={`${classes.path} pr-wide-only`} aria-label={t('path')}>
        <ol>
          {above.map((screen) => (
            <li key={screen.path}>
              <Link to={filled(screen.path, parameters)}>{t(screen.title)}</Link>
              <IconChevronRight size={14} aria-hidden />
            </li>
          ))}
          <li aria-current="page">
            <b>{name ?? (here ? t(here.title) : '')}</b>
          </li>
        </ol>
      </nav>
    </>
  );
}
