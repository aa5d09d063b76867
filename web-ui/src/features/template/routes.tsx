import type { Screen } from '@/lib/screens';

export const routes: Screen[] = [
  {
    path: '/templates',
    title: 'template:list.title',
    load: () => import('./TemplateListPage'),
    permission: 'templates:read',
  },
];
