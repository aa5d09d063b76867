import type { Screen } from '@/lib/screens';

export const routes: Screen[] = [
  { path: '/reports', title: 'report:title', load: () => import('./ReportPage'), permission: 'mailings:read' },
];
