import type { Screen } from '@/lib/screens';

export const routes: Screen[] = [
  { path: '/account/password', title: 'account:password.title', load: () => import('./PasswordPage') },
];
