import { Button, Card, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader, ProblemForm, toast } from '@/components';
import classes from './PasswordPage.module.css';
import { PASSWORD_FIELDS, usePasswordChange } from './usePasswordChange';

const EMPTY = { password: '', newPassword: '', repeated: '' };

/** Changing one's own password; every other session of the person ends. */
export default function PasswordPage() {
  const { t } = useTranslation('account');
  const problem = usePasswordChange();
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
          {PASSWORD_FIELDS.map(({ name, autoComplete }) => (
            <PasswordInput
              key={name}
              label={t(`password.${name}`)}
              autoComplete={autoComplete}
              maxLength={200}
              visibilityToggleButtonProps={{ 'aria-label': t('login.show') }}
              {...problem.form.getInputProps(name)}
            />
          ))}
          <Button type="submit" variant="filled" loading={problem.busy}>
            {t('password.submit')}
          </Button>
        </ProblemForm>
      </Card>
    </>
  );
}
