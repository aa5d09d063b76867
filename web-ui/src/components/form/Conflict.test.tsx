import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import { beforeAll, expect, it } from 'vitest';
import en from '../i18n/en.json';
import { Conflict } from './Conflict';
import type { ProblemForm } from './useProblemForm';

type Values = { host: string; password: string };

beforeAll(async () => {
  await i18next
    .use(new ICU())
    .use(initReactI18next)
    .init({ lng: 'en', resources: { en: { kit: en } }, react: { useSuspense: false } });
});

it('compares a secret without showing it', async () => {
  const form = {
    form: { getValues: () => ({ host: 'mine.example', password: 'simulate' }) },
    secrets: ['password'],
    reload: () => Promise.resolve({ values: { host: 'theirs.example', password: '' }, version: 2 }),
    resolve: () => undefined,
  } as unknown as ProblemForm<Values>;
  render(
    <MantineProvider env="test">
      <Conflict form={form} labels={{ host: 'Host', password: 'Password' }} />
    </MantineProvider>,
  );

  await userEvent.click(screen.getByRole('button', { name: en.form.conflictBoth }));

  expect(await screen.findByRole('rowheader', { name: 'Password' })).toBeVisible();
  expect(screen.getByText('mine.example')).toBeVisible();
  expect(screen.getByText('theirs.example')).toBeVisible();
  expect(screen.queryByText('simulate')).not.toBeInTheDocument();
});
