import { IconPlus, IconSend } from '@tabler/icons-react';
import { api, ask } from '@/lib/api';
import type { Command } from '@/lib/screens';

export const commands: Command[] = [
  {
    kind: 'action',
    label: 'mailing:list.new',
    icon: IconPlus,
    path: '/mailings/new',
    permission: 'mailings:write',
  },
  {
    kind: 'search',
    label: 'mailing:list.title',
    icon: IconSend,
    permission: 'mailings:read',
    search: async (q, signal) => {
      const page = await ask(api.GET('/api/v1/mailings', { params: { query: { q, limit: 5 } }, signal }));
      return page.items.map((mailing) => ({
        id: mailing.id,
        name: mailing.name,
        path: `/mailings/${mailing.id}`,
      }));
    },
  },
];
