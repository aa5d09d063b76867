import type { Screen } from '@/lib/screens';

export const routes: Screen[] = [
  {
    path: '/resources',
    title: 'resource:list.title',
    load: () => import('./ResourceListPage'),
    permission: 'resources:read',
  },
];
