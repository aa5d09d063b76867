import { Button } from '@mantine/core';
import { IconLock, IconMapPinOff } from '@tabler/icons-react';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorBoundary, PageHeader } from '@/components';
import { useMay } from '@/lib/api';
import type { Screen } from '@/lib/screens';
import { useScreenName } from '@/lib/title';
import { Frame } from './Frame';
import { screens } from './gathered';

function NotFound() {
  const { t } = useTranslation('kit');
  useScreenName(t('error.notFound'));
  return (
    <EmptyState
      order={1}
      icon={IconMapPinOff}
      title={t('error.notFound')}
      action={
        <Button component={Link} to="/">
          {t('error.home')}
        </Button>
      }
    >
      {t('error.notFoundWhy')}
    </EmptyState>
  );
}

function NotAllowed({ screen }: { screen: Screen }) {
  const { t } = useTranslation('kit');
  return (
    <>
      <PageHeader title={t(screen.title)} />
      <EmptyState icon={IconLock} title={t('error.notAllowed')}>
        {t('error.notAllowedWhy')}
      </EmptyState>
    </>
  );
}

/** The component of a screen, inside what every screen has: the permission and a net for mistakes. */
function guarded(screen: Screen) {
  const Page = lazyRouteComponent(screen.load) as () => JSX.Element;
  const Guarded = () => {
    const may = useMay();
    if (screen.permission && !may(screen.permission)) return <NotAllowed screen={screen} />;
    return (
      <ErrorBoundary>
        <Page />
      </ErrorBoundary>
    );
  };
  // The router loads the screen's file when somebody is about to go there.
  return Object.assign(Guarded, { preload: async () => void (await screen.load()) });
}

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

root.addChildren(
  screens.map((screen) => createRoute({ getParentRoute: () => root, path: screen.path, component: guarded(screen) })),
);

/** Words behind the question mark are plain texts, so that addresses can be read and written by people. */
function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

function stringifySearch(words: Record<string, unknown>): string {
  const kept = Object.entries(words).filter(([, word]) => word !== undefined && word !== '');
  const text = new URLSearchParams(kept.map(([name, word]): [string, string] => [name, String(word)])).toString();
  return text ? `?${text}` : '';
}

export const router = createRouter({
  routeTree: root,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});
