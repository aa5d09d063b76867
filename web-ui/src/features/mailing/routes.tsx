import type { Screen } from '@/lib/screens';

const READ = 'mailings:read';
const WRITE = 'mailings:write';

export const routes: Screen[] = [
  { path: '/mailings', title: 'mailing:list.title', load: () => import('./MailingListPage'), permission: READ },
  {
    path: '/mailings/new',
    title: 'mailing:wizard.title',
    load: () => import('./NewMailingPage'),
    parent: '/mailings',
    permission: WRITE,
  },
  {
    path: '/mailings/$id',
    title: 'mailing:page.title',
    load: () => import('./MailingPage'),
    parent: '/mailings',
    permission: READ,
  },
  {
    path: '/mailings/$id/edit',
    title: 'mailing:wizard.title',
    load: () => import('./EditMailingPage'),
    parent: '/mailings',
    permission: WRITE,
  },
  {
    path: '/messages/$id',
    title: 'mailing:message.title',
    load: () => import('./MessagePage'),
    parent: '/mailings',
    permission: 'messages:read',
  },
  { path: '/calendar', title: 'mailing:calendar.title', load: () => import('./CalendarPage'), permission: READ },
];
