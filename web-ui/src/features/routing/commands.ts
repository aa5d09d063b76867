import { IconRoute } from '@tabler/icons-react';
import { api, ask } from '@/lib/api';
import type { Command } from '@/lib/screens';

export const commands: Command[] = [
  {
    kind: 'action',
    label: 'routing:form.new',
    icon: IconRoute,
    path: '/virtual-senders/new',
    permission: 'senders:write',
  },
  {
    kind: 'search',
    label: 'routing:list.title',
    icon: IconRoute,
    permission: 'senders:read',
    search: async (q, signal) => {
      const page = await ask(api.GET('/api/v1/virtual-senders', { params: { query: { q, limit: 5 } }, signal }));
      return page.items.map(({ id, name }) => ({ id, name, path: `/virtual-senders/${id}` }));
    },
  },
];
