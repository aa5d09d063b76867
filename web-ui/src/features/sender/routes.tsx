import type { Screen } from '@/lib/screens';

export const routes: Screen[] = [
  { path: '/senders', title: 'sender:list.title', load: () => import('./SenderListPage'), permission: 'senders:read' },
  {
    path: '/senders/new',
    title: 'sender:form.new',
    load: () => import('./NewSenderPage'),
    parent: '/senders',
    permission: 'senders:write',
  },
  {
    path: '/senders/$id',
    title: 'sender:page.title',
    load: () => import('./SenderPage'),
    parent: '/senders',
    permission: 'senders:read',
  },
];
