import type { Screen } from '@/lib/screens';

export const routes: Screen[] = [
  {
    path: '/virtual-senders',
    title: 'routing:list.title',
    load: () => import('./VirtualSenderListPage'),
    permission: 'senders:read',
  },
  {
    path: '/virtual-senders/new',
    title: 'routing:form.new',
    load: () => import('./NewVirtualSenderPage'),
    parent: '/virtual-senders',
    permission: 'senders:write',
  },
  {
    path: '/virtual-senders/$id',
    title: 'routing:page.title',
    load: () => import('./VirtualSenderPage'),
    parent: '/virtual-senders',
    permission: 'senders:read',
  },
];
