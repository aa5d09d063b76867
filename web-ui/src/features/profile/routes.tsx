import type { Screen } from '@/lib/screens';

export const routes: Screen[] = [
  {
    path: '/databases',
    title: 'profile:databases.title',
    load: () => import('./DatabaseListPage'),
    permission: 'profiles:read',
  },
];
