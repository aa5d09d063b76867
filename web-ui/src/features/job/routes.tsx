import type { Screen } from '@/lib/screens';

export const routes: Screen[] = [
  { path: '/jobs', title: 'job:list.title', load: () => import('./JobListPage'), permission: 'jobs:read' },
  {
    path: '/jobs/$id',
    title: 'job:page.title',
    load: () => import('./JobPage'),
    parent: '/jobs',
    permission: 'jobs:read',
  },
  {
    path: '/imports/new',
    title: 'job:import.title',
    load: () => import('./ImportPage'),
    parent: '/jobs',
    permission: 'jobs:write',
  },
];
