import type { Screen } from '@/lib/screens';

export const routes: Screen[] = [
  { path: '/jobs', title: 'job:list.title', load: () => import('./JobListPage'), permission: 'jobs:read' },
];
