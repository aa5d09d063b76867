import type { Screen } from '@/lib/screens';

export const routes: Screen[] = [
  {
    path: '/mailings',
    title: 'mailing:list.title',
    load: () => import('./MailingListPage'),
    permission: 'mailings:read',
  },
];
