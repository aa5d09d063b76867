import { IconMessage2 } from '@tabler/icons-react';
import { api, ask } from '@/lib/api';
import type { Command } from '@/lib/screens';

export const commands: Command[] = [
  {
    kind: 'action',
    label: 'template:form.new',
    icon: IconMessage2,
    path: '/templates/new',
    permission: 'templates:write',
  },
  {
    kind: 'search',
    label: 'template:list.title',
    icon: IconMessage2,
    permission: 'templates:read',
    search: async (q, signal) => {
      const page = await ask(api.GET('/api/v1/templates', { params: { query: { q, limit: 5 } }, signal }));
      return page.items.map((template) => ({
        id: template.id,
        name: template.name,
        path: `/templates/${template.id}`,
      }));
    },
  },
];
