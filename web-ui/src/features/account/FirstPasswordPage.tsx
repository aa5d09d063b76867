import { Button, PasswordInput } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark, ProblemForm, toastProblem } from '@/components';
import { api, ask, loggedOut, type Me } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';
import classes from './LoginPage.module.css';
import { PASSWORD_FIELDS, usePasswordChange } from './usePasswordChange';

interface FirstPasswordPageProps {
  me: Me;
  /** The made-up password, when it was typed just now; else it is asked for. */
  present: string;
  onChosen: () => void;
}

/** Before anything else: the password that the server made up gives way to one's own. */
export function FirstPasswordPage({ me, present, onChosen }: FirstPasswordPageProps) {
  const { t } = useTranslation('account');
  const text = useProblemText();
  const problem = usePasswordChange(present);
  const { form } = problem;
  useEffect(() => {
    document.title = `${t('first.title')} · Postrider`;
  }, [t]);
  // A password that turned out to be wrong is asked for after all.
  const asked = !present || form.errors['password'];
  const shown = PASSWORD_FIELDS.filter((field) => asked || field.name !== 'password');
  const leave = () =>
    ask(api.DELETE('/api/v1/sessions/current')).then(loggedOut, (error: unknown) => toastProblem(text.error(error)));
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Mark size={40} />
        <div>
          <h1 className={classes.title}>{t('first.title')}</h1>
          <p className="pr-quiet">{t('first.why')}</p>
          <p className="pr-quiet">{t('first.login', { login: me.login })}</p>
        </div>
        <ProblemForm form={problem} free className={classes.form} onSaved={onChosen}>
          {shown.map((field, i) => (
            <PasswordInput
              key={field.name}
              label={t(`password.${field.name}`)}
              autoComplete={field.autoComplete}
              maxLength={200}
              autoFocus={i === 0}
              visibilityToggleButtonProps={{ 'aria-label': t('login.show') }}
              {...form.getInputProps(field.name)}
            />
          ))}
          <Button type="submit" variant="filled" size="md" loading={problem.busy} fullWidth>
            {t('first.submit')}
          </Button>
        </ProblemForm>
        <Button variant="subtle" size="xs" onClick={() => void leave()}>
          {t('first.other')}
        </Button>
      </div>
    </main>
  );
}
