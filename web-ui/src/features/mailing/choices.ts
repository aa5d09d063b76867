import { api, ask } from '@/lib/api';
import type { Named } from './Choice';

type Search = (q: string, signal: AbortSignal) => Promise<Named[]>;
type One = (id: string, signal: AbortSignal) => Promise<Named>;
const query = (q: string) => ({ limit: 20, ...(q ? { q } : {}) });

/** What a mailing is made of, found by name. */
export const CHOICES: Record<'resources' | 'senders' | 'databases' | 'templates', { search: Search; one: One }> = {
  resources: {
    search: async (q, signal) =>
      (await ask(api.GET('/api/v1/resources', { params: { query: query(q) }, signal }))).items,
    one: (id, signal) => ask(api.GET('/api/v1/resources/{id}', { params: { path: { id } }, signal })),
  },
  senders: {
    search: async (q, signal) => (await ask(api.GET('/api/v1/senders', { params: { query: query(q) }, signal }))).items,
    one: (id, signal) => ask(api.GET('/api/v1/senders/{id}', { params: { path: { id } }, signal })),
  },
  databases: {
    search: async (q, signal) =>
      (await ask(api.GET('/api/v1/databases', { params: { query: query(q) }, signal }))).items,
    one: (id, signal) => ask(api.GET('/api/v1/databases/{id}', { params: { path: { id } }, signal })),
  },
  templates: {
    search: async (q, signal) =>
      (await ask(api.GET('/api/v1/templates', { params: { query: query(q) }, signal }))).items,
    one: (id, signal) => ask(api.GET('/api/v1/templates/{id}', { params: { path: { id } }, signal })),
  },
};
