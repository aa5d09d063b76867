import { useTranslation } from 'react-i18next';
import { useProblemForm } from '@/components';
import { api, ask } from '@/lib/api';

export const PASSWORD_FIELDS = [
  { name: 'password', autoComplete: 'current-password' },
  { name: 'newPassword', autoComplete: 'new-password' },
  { name: 'repeated', autoComplete: 'new-password' },
] as const;

/**
 * The form that changes one's password; nothing of it is kept in the browser.
 *
 * @param known the present password, where it need not be asked for
 */
export function usePasswordChange(known = '') {
  const { t } = useTranslation('account');
  return useProblemForm({
    initial: { password: '', newPassword: '', repeated: '' },
    draft: 'password',
    secrets: ['password', 'newPassword', 'repeated'],
    validate: {
      password: (value) => (value || known ? null : t('password.presentMissing')),
      newPassword: (value) => (value ? null : t('password.newMissing')),
      repeated: (value, values) => (value === values.newPassword ? null : t('password.different')),
    },
    save: ({ password, newPassword }) =>
      ask(api.POST('/api/v1/me/password', { body: { password: password || known, newPassword } })),
  });
}
