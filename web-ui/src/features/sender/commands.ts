import { IconBroadcast } from '@tabler/icons-react';
import { api, ask } from '@/lib/api';
import type { Command } from '@/lib/screens';

export const commands: Command[] = [
  { kind: 'action', label: 'sender:form.new', icon: IconBroadcast, path: '/senders/new', permission: 'senders:write' },
  {
    kind: 'search',
    label: 'sender:list.title',
    icon: IconBroadcast,
    permission: 'senders:read',
    search: async (q, signal) => {
      const page = await ask(api.GET('/api/v1/senders', { params: { query: { q, limit: 5 } }, signal }));
      return page.items.map((sender) => ({ id: sender.id, name: sender.name, path: `/senders/${sender.id}` }));
    },
  },
];
