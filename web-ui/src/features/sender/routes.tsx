import type { Screen } from '@/lib/screens';

export const routes: Screen[] = [
  { path: '/senders', title: 'sender:list.title', load: () => import('./SenderListPage'), permission: 'senders:read' },
];
