import type { Screen } from '@/lib/screens';

export const routes: Screen[] = [
  { path: '/plugins', title: 'plugin:list.title', load: () => import('./PluginListPage'), permission: 'plugins:read' },
];
