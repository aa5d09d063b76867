import { api, ask, type Page } from '@/lib/api';

interface Named {
  id: string;
  name: string;
}

interface Choice {
  queryKey: string[];
  load: (query: { limit: number; q?: string }, signal: AbortSignal) => Promise<Page<Named>>;
  read: (id: string, signal: AbortSignal) => Promise<Named>;
}

/** What a mailing is made of, found by name. */
export const CHOICES: Record<'resources' | 'senders' | 'virtualSenders' | 'databases' | 'templates', Choice> = {
  resources: {
    queryKey: ['resources'],
    load: (query, signal) => ask(api.GET('/api/v1/resources', { params: { query }, signal })),
    read: (id, signal) => ask(api.GET('/api/v1/resources/{id}', { params: { path: { id } }, signal })),
  },
  senders: {
    queryKey: ['senders'],
    load: (query, signal) => ask(api.GET('/api/v1/senders', { params: { query }, signal })),
    read: (id, signal) => ask(api.GET('/api/v1/senders/{id}', { params: { path: { id } }, signal })),
  },
  virtualSenders: {
    queryKey: ['virtual-senders'],
    load: (query, signal) => ask(api.GET('/api/v1/virtual-senders', { params: { query }, signal })),
    read: (id, signal) => ask(api.GET('/api/v1/virtual-senders/{id}', { params: { path: { id } }, signal })),
  },
  databases: {
    queryKey: ['databases'],
    load: (query, signal) => ask(api.GET('/api/v1/databases', { params: { query }, signal })),
    read: (id, signal) => ask(api.GET('/api/v1/databases/{id}', { params: { path: { id } }, signal })),
  },
  templates: {
    queryKey: ['templates'],
    load: (query, signal) => ask(api.GET('/api/v1/templates', { params: { query }, signal })),
    read: (id, signal) => ask(api.GET('/api/v1/templates/{id}', { params: { path: { id } }, signal })),
  },
};
