import type { Screen } from '@/lib/screens';

const READ = 'resources:read';

export const routes: Screen[] = [
  { path: '/resources', title: 'resource:list.title', load: () => import('./ResourceListPage'), permission: READ },
  {
    path: '/resources/new',
    title: 'resource:form.new',
    load: () => import('./NewResourcePage'),
    parent: '/resources',
    permission: 'resources:write',
  },
  {
    path: '/resources/$id',
    title: 'resource:form.title',
    load: () => import('./ResourcePage'),
    parent: '/resources',
    permission: READ,
  },
];
