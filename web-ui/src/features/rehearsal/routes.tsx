import type { Screen } from '@/lib/screens';

export const routes: Screen[] = [
  { path: '/rehearsal', title: 'rehearsal:title', load: () => import('./RehearsalPage'), permission: 'rehearsal:read' },
];
