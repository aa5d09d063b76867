import type { Screen } from '@/lib/screens';

export const routes: Screen[] = [
  { path: '/setup', title: 'setup:title', load: () => import('./SetupPage'), permission: 'rehearsal:write' },
];
