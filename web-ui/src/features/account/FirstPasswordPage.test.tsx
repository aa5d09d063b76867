import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Me } from '@/lib/api';
import { FirstPasswordPage } from './FirstPasswordPage';
import en from './i18n/en.json';

beforeAll(async () => {
  await i18next
    .use(new ICU())
    .use(initReactI18next)
    .init({ lng: 'en', resources: { en: { account: en } }, react: { useSuspense: false } });
});

const real = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = real;
});

const me = { id: '1', login: 'admin', role: 'admin', language: 'en', permissions: [], environment: 'rehearsal' } as Me;

function show(present: string, answer: () => Response) {
  const sent: unknown[] = [];
  const chosen = vi.fn();
  globalThis.fetch = async (input) => {
    sent.push(await (input as Request).clone().json());
    return answer();
  };
  const { unmount } = render(
    <MantineProvider>
      <FirstPasswordPage me={me} present={present} onChosen={chosen} />
    </MantineProvider>,
  );
  return { sent, chosen, unmount };
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value } });

function choose(password: string, again = password) {
  type(en.password.newPassword, password);
  type(en.password.repeated, again);
  fireEvent.click(screen.getByRole('button', { name: en.first.submit }));
}

it('asks nobody again for the password that was typed at the login', async () => {
  const { sent, chosen } = show('made-up', () => new Response(null, { status: 204 }));
  expect(screen.queryByLabelText(en.password.password, { selector: 'input' })).toBeNull();
  choose('a long enough one');
  await waitFor(() => expect(chosen).toHaveBeenCalledOnce());
  expect(sent).toEqual([{ password: 'made-up', newPassword: 'a long enough one' }]);
});

it('asks for the present password after all when it turns out to be another', async () => {
  const errors = [{ pointer: '/password', code: 'password-wrong', detail: 'The present password is wrong.' }];
  const problem = { type: 'about:blank', title: '', status: 400, code: 'password-wrong', detail: 'No.', errors };
  const { chosen } = show('made-up', () => Response.json(problem, { status: 400 }));
  choose('a long enough one');
  expect(await screen.findByText('The present password is wrong.')).toBeVisible();
  expect(screen.getByLabelText(en.password.password, { selector: 'input' })).toBeVisible();
  expect(chosen).not.toHaveBeenCalled();
});

it('sends nothing while both differ', async () => {
  const { sent } = show('made-up', () => new Response(null, { status: 204 }));
  choose('a long enough one', 'another');
  expect(await screen.findByText(en.password.different)).toBeVisible();
  expect(sent).toEqual([]);
});

it('keeps nothing that was typed in the browser', () => {
  const { unmount } = show('', () => new Response(null, { status: 204 }));
  type(en.password.password, 'made-up');
  type(en.password.newPassword, 'a long enough one');
  unmount();
  expect(Object.values({ ...sessionStorage, ...localStorage }).join()).toBe('');
});
