import { Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark, ProblemForm, useProblemForm } from '@/components';
import { api, ask, type Me } from '@/lib/api';
import { LANGUAGES, speak } from '@/lib/i18n';
import { useLanguage } from '@/lib/i18n/useLanguage';
import classes from './LoginPage.module.css';

interface LoginPageProps {
  /** With the password, and whether a language was chosen here. */
  onLogin: (me: Me, password: string, chosen: boolean) => void;
  /** Whose session has ended; null at the beginning. */
  again: Me | null;
}

/** The login. Over the screens when a session has ended; after it they go on where they were. */
export function LoginPage({ onLogin, again }: LoginPageProps) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const [chosen, setChosen] = useState(false);
  const problem = useProblemForm({
    initial: { login: again?.login ?? '', password: '' },
    draft: 'login',
    // Nothing of a login is text to go on from.
    secrets: ['login', 'password'],
    validate: {
      login: (login) => (login.trim() ? null : t('login.loginMissing')),
      password: (password) => (password ? null : t('login.passwordMissing')),
    },
    save: async (values) => onLogin(await ask(api.POST('/api/v1/sessions', { body: values })), values.password, chosen),
  });
  const { form } = problem;
  useEffect(() => {
    const before = document.title;
    document.title = `${t('login.title')} · Postrider`;
    return () => void (document.title = before);
  }, [t]);
  const first = again ? 'password' : 'login';
  useEffect(() => {
    form.getInputNode(first)?.focus();
    // Once, when the login comes up.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Mark size={40} />
        <div>
          <h1 className={classes.title}>{again ? t('login.again') : t('login.title')}</h1>
          {again && <p className="pr-quiet">{t('login.kept')}</p>}
          {!again && <FirstTime />}
        </div>
        <ProblemForm form={problem} free className={classes.form}>
          <TextInput
            label={t('login.login')}
            autoComplete="username"
            maxLength={200}
            key={form.key('login')}
            {...form.getInputProps('login')}
          />
          <PasswordInput
            label={t('login.password')}
            autoComplete="current-password"
            maxLength={200}
            visibilityToggleButtonProps={{ 'aria-label': t('login.show') }}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" variant="filled" size="md" loading={problem.busy} fullWidth>
            {t('login.submit')}
          </Button>
        </ProblemForm>
        <SegmentedControl
          aria-label={t('login.language')}
          size="xs"
          value={language}
          onChange={(next) => {
            setChosen(true);
            void speak(next === 'ru' ? 'ru' : 'en');
          }}
          data={LANGUAGES.map((one) => ({ value: one, label: one.toUpperCase() }))}
        />
      </div>
    </main>
  );
}

/** On a server where nobody has chosen a password yet: where the first one is found. */
function FirstTime() {
  const { t } = useTranslation('account');
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/setup', { signal })),
  });
  return setup.data?.needed ? <p className="pr-quiet">{t('login.firstTime')}</p> : null;
}
