import { IconSend } from '@tabler/icons-react';
import { api, ask } from '@/lib/api';
import type { Command } from '@/lib/screens';

export const commands: Command[] = [
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
        path: `/mailings?q=${encodeURIComponent(mailing.name)}`,
      }));
    },
  },
];
