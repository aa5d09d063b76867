import type { Screen } from '@/lib/screens';

const READ = 'templates:read';

export const routes: Screen[] = [
  { path: '/templates', title: 'template:list.title', load: () => import('./TemplateListPage'), permission: READ },
  {
    path: '/templates/new',
    title: 'template:form.new',
    load: () => import('./NewTemplatePage'),
    parent: '/templates',
    permission: 'templates:write',
  },
  {
    path: '/templates/$id',
    title: 'template:form.title',
    load: () => import('./TemplatePage'),
    parent: '/templates',
    permission: READ,
  },
];
