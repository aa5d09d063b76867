import type { Screen } from '@/lib/screens';

export const routes: Screen[] = [
  { path: '/doubts', title: 'doubt:title', load: () => import('./DoubtListPage'), permission: 'messages:read' },
];
