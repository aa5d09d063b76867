import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { NoAnswerError, onRecovery, ProblemError } from '@/lib/api';
import { styleNonce } from '@/lib/theme/nonce';
import { keptScheme } from '@/lib/theme/scheme';
import { theme } from '@/lib/theme/theme';
import { router } from './router';

const SECOND = 1000;

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * SECOND,
      // A refusal stays one; without an answer the whole page is asked again when the server is back.
      retry: (failures, problem) =>
        !(problem instanceof ProblemError && problem.status < 500) &&
        !(problem instanceof NoAnswerError) &&
        failures < 1,
    },
    mutations: { retry: false },
  },
});

const scheme = keptScheme();

/** The theme with the names of Mantine's own buttons in the person's language. */
function useSpokenTheme() {
  const { t } = useTranslation('kit');
  const close = t('close');
  return useMemo(() => {
    const named = { defaultProps: { closeButtonProps: { 'aria-label': close } } };
    return mergeThemeOverrides(theme, { components: { Modal: named, Drawer: named, Notification: named } });
  }, [close]);
}

export function App() {
  const spoken = useSpokenTheme();
  useEffect(() => onRecovery(() => void queries.invalidateQueries()), []);
  return (
    <MantineProvider
      theme={spoken}
      defaultColorScheme="auto"
      colorSchemeManager={scheme}
      getStyleNonce={styleNonce}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Notifications position="bottom-right" limit={4} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
