import type { Screen } from '@/lib/screens';

const READ = 'profiles:read';

export const routes: Screen[] = [
  { path: '/databases', title: 'profile:databases.title', load: () => import('./DatabaseListPage'), permission: READ },
  {
    path: '/databases/new',
    title: 'profile:form.new',
    load: () => import('./NewDatabasePage'),
    parent: '/databases',
    permission: 'profiles:write',
  },
  {
    path: '/databases/$id',
    title: 'profile:people.title',
    load: () => import('./DatabasePage'),
    parent: '/databases',
    permission: READ,
  },
  {
    path: '/databases/$id/settings',
    title: 'profile:people.settings',
    load: () => import('./DatabaseSettingsPage'),
    parent: '/databases/$id',
    permission: READ,
  },
  {
    path: '/databases/$id/paste',
    title: 'profile:paste.title',
    load: () => import('./PastePage'),
    parent: '/databases/$id',
    permission: 'profiles:write',
  },
  {
    path: '/databases/$id/profiles/new',
    title: 'profile:person.new',
    load: () => import('./NewPersonPage'),
    parent: '/databases/$id',
    permission: 'profiles:write',
  },
  {
    path: '/databases/$id/profiles/$profileId',
    title: 'profile:person.title',
    load: () => import('./PersonPage'),
    parent: '/databases/$id',
    permission: READ,
  },
];
