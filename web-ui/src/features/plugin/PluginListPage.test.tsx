import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import i18next from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import { beforeAll, expect, it } from 'vitest';
import en from './i18n/en.json';
import PluginListPage from './PluginListPage';

beforeAll(async () => {
  await i18next
    .use(new ICU())
    .use(initReactI18next)
    .init({ lng: 'en', resources: { en: { plugin: en } }, react: { useSuspense: false } });
});

const plugin = (id: string, more: object = {}) => ({
  id,
  version: '1.0',
  provider: '',
  file: `${id}.zip`,
  running: true,
  offers: [],
  fault: null,
  error: '',
  ...more,
});

function show(items: object[]) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  queries.setQueryData(['plugins'], { items, next: null });
  render(
    <MantineProvider>
      <QueryClientProvider client={queries}>
        <PluginListPage />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

it('shows first the plugin that does not run, with the fault in words, the server’s sentence and the code', () => {
  show([
    plugin('a', { offers: [{ kind: 'gateway', name: 'smpp' }] }),
    plugin('z', {
      running: false,
      fault: 'not-a-zip',
      error: 'The file is not a ZIP, or it is damaged; copy it again.',
    }),
  ]);
  const [first, second] = screen.getAllByRole('listitem').map((item) => within(item));
  expect(first?.getByText(en.fault['not-a-zip'])).toBeVisible();
  expect(first?.getByText(/copy it again/)).toBeVisible();
  expect(first?.getByText('not-a-zip')).toBeVisible();
  expect(second?.getByText('smpp')).toBeVisible();
});

it('has words for a fault that is newer than this page', () => {
  show([plugin('z', { running: false, fault: 'too-new', error: 'Something else.' })]);
  expect(screen.getByText(en.fault.other)).toBeVisible();
});
