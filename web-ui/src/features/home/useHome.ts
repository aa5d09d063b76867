import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, ask, useSession, type Page, type Schema } from '@/lib/api';
import { reportWasRead } from '@/components';
import { useEvents } from '@/lib/events';
import type { Facts } from './checklist';

export type Mailing = Schema<'MailingRow'>;
export type Sender = Schema<'SenderState'>;
export type Job = Schema<'Job'>;
export type Plugin = Schema<'Plugin'>;

const MAILINGS = ['mailings', 'home'];
const SENDERS = ['senders', 'home'];
const JOBS = ['jobs', 'home'];
const TODAY = ['report', 'today'];
const PAUSE = 5000;
const MOST = 100;

type Asked = { state?: string; limit: number };

function mailings(asked: Asked, signal: AbortSignal): Promise<Page<Mailing>> {
  return ask(api.GET('/api/v1/mailings', { params: { query: { sort: '-updated', ...asked } }, signal }));
}

/** Those on their way, and then those that changed last. */
export function useMailings(): UseQueryResult<Mailing[]> {
  useEvents('runs', [MAILINGS]);
  return useQuery({
    queryKey: MAILINGS,
    queryFn: async ({ signal }) => {
      const [now, latest] = await Promise.all([
        mailings({ state: 'running,paused,scheduled', limit: MOST }, signal),
        mailings({ limit: 50 }, signal),
      ]);
      const ids = new Set(now.items.map((one) => one.id));
      return [...now.items, ...latest.items.filter((one) => !ids.has(one.id))];
    },
  });
}

export function useSenders(): UseQueryResult<Page<Sender>> {
  useEvents('senders', [SENDERS]);
  return useQuery({
    queryKey: SENDERS,
    queryFn: ({ signal }) => ask(api.GET('/api/v1/senders/states', { params: { query: { limit: MOST } }, signal })),
  });
}

export function useImports(): UseQueryResult<Page<Job>> {
  useEvents('jobs', [JOBS], undefined, PAUSE);
  return useQuery({
    queryKey: JOBS,
    queryFn: ({ signal }) => ask(api.GET('/api/v1/jobs', { params: { query: { kind: 'import', limit: 20 } }, signal })),
  });
}

export function usePlugins(wanted: boolean): UseQueryResult<{ items: Plugin[] }> {
  return useQuery({
    queryKey: ['plugins', 'home'],
    enabled: wanted,
    queryFn: ({ signal }) => ask(api.GET('/api/v1/plugins', { signal })),
  });
}

/** What there is to send from, to and with, for who is new; undefined while it is asked. */
export function useFacts(wanted: boolean): Facts | undefined {
  const senders = useSenders();
  const sent = useMailings();
  const databases = useQuery({
    queryKey: ['databases', 'home'],
    enabled: wanted,
    queryFn: ({ signal }) => ask(api.GET('/api/v1/databases', { params: { query: { limit: MOST } }, signal })),
  });
  const resources = useQuery({
    queryKey: ['resources', 'home'],
    enabled: wanted,
    queryFn: ({ signal }) => ask(api.GET('/api/v1/resources', { params: { query: { limit: MOST } }, signal })),
  });
  const templates = useQuery({
    queryKey: ['templates', 'home'],
    enabled: wanted,
    queryFn: ({ signal }) => ask(api.GET('/api/v1/templates', { params: { query: { limit: MOST } }, signal })),
  });
  if (!senders.data || !sent.data || !databases.data || !resources.data || !templates.data) return undefined;
  return {
    senders: senders.data.items,
    databases: databases.data.items,
    resources: resources.data.items,
    templates: templates.data.items,
    mailings: sent.data,
    read: reportWasRead(),
  };
}

/** The figures since midnight; while nothing is live, those of rehearsals. */
export function useToday(): UseQueryResult<Schema<'ChannelReport'>> {
  const { me } = useSession();
  const rehearsals = me?.environment === 'rehearsal';
  useEvents('runs', [TODAY], undefined, PAUSE);
  return useQuery({
    queryKey: [...TODAY, rehearsals],
    queryFn: ({ signal }) => {
      const midnight = new Date();
      midnight.setHours(0, 0, 0, 0);
      // A report begins with a full hour of Greenwich.
      midnight.setUTCMinutes(0);
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const query = { from: midnight.toISOString(), group: 'day' as const, zone, rehearsals };
      return ask(api.GET('/api/v1/reports/channel', { params: { query }, signal }));
    },
  });
}
