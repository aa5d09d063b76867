import { Button, Card, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader, ProblemForm, toast, useProblemForm } from '@/components';
import { api, ask } from '@/lib/api';
import classes from './PasswordPage.module.css';

const EMPTY = { password: '', newPassword: '', repeated: '' };

/** Changing one's own password; every other session of the person ends. */
export default function PasswordPage() {
  const { t } = useTranslation('account');
  const problem = useProblemForm({
    initial: EMPTY,
    draft: 'password',
    secrets: ['password', 'newPassword', 'repeated'],
    validate: {
      password: (value) => (value ? null : t('password.presentMissing')),
      newPassword: (value) => (value ? null : t('password.newMissing')),
      repeated: (value, values) => (value === values.newPassword ? null : t('password.different')),
    },
    save: ({ password, newPassword }) => ask(api.POST('/api/v1/me/password', { body: { password, newPassword } })),
  });
  const field = (name: keyof typeof EMPTY, autoComplete: string) => ({
    label: t(`password.${name}`),
    autoComplete,
    maxLength: 200,
    visibilityToggleButtonProps: { 'aria-label': t('login.show') },
    ...problem.form.getInputProps(name),
  });
  const done = () => {
    problem.form.setValues(EMPTY);
    problem.form.resetDirty(EMPTY);
    toast(t('password.changed'), t('password.othersEnded'));
  };
  return (
    <>
      <PageHeader title={t('password.title')} />
      <Card className={classes.card}>
        <ProblemForm form={problem} onSaved={done} className={classes.form}>
          <PasswordInput {...field('password', 'current-password')} />
          <PasswordInput {...field('newPassword', 'new-password')} />
          <PasswordInput {...field('repeated', 'new-password')} />
          <Button type="submit" variant="filled" loading={problem.busy}>
            {t('password.submit')}
          </Button>
        </ProblemForm>
      </Card>
    </>
  );
}
