import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, ask, useSession, type Page, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';

export type Mailing = Schema<'MailingRow'>;
export type Sender = Schema<'SenderState'>;
export type Job = Schema<'Job'>;
export type Plugin = Schema<'Plugin'>;
export type Database = Schema<'Database'>;
export type Resource = Schema<'Resource'>;
export type Template = Schema<'Template'>;

const MAILINGS = ['mailings', 'home'];
const SENDERS = ['senders', 'home'];
const JOBS = ['jobs', 'home'];
const TODAY = ['report', 'home'];
const PAUSE = 5000;
/** As many as are looked through for what needs attention. */
const MOST = 50;
/** How many of those that do not go out by themselves; the latest. */
const FEW = 10;

/** Keeps what the page shows up to date; to be called once, by the page. */
export function useHomeEvents(): void {
  useEvents('runs', [MAILINGS]);
  useEvents('runs', [TODAY], undefined, PAUSE);
  useEvents('senders', [SENDERS]);
  useEvents('jobs', [JOBS], undefined, PAUSE);
}

function useInStates(state: string, limit: number): UseQueryResult<Page<Mailing>> {
  return useQuery({
    queryKey: [...MAILINGS, state],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/mailings', { params: { query: { state, sort: '-updated', limit } }, signal })),
  });
}

/** Mailings in the order in which they matter: what goes out, what is held, what will go out, and the rest by when it changed. */
export interface Mailings {
  items: Mailing[] | undefined;
  /** When the server said so, in milliseconds since 1970. */
  at: number;
  error: Error | null;
  retry: () => void;
}

export function useMailings(): Mailings {
  // Asked apart, so that many drafts cannot hide one that runs.
  const asked = [
    useInStates('running', MOST),
    useInStates('paused', MOST),
    useInStates('scheduled', MOST),
    useInStates('draft', FEW),
    useInStates('finished,stopped', FEW),
  ];
  const [running, paused, scheduled, ...rest] = asked.map((one) => one.data?.items ?? []);
  const latest = rest.flat().sort((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt));
  return {
    items: asked.every((one) => one.data)
      ? [running, paused, scheduled, latest].flatMap((some) => some ?? [])
      : undefined,
    at: Math.max(...asked.map((one) => one.dataUpdatedAt)),
    error: asked.find((one) => one.isError)?.error ?? null,
    retry: () => asked.filter((one) => one.isError).forEach((one) => void one.refetch()),
  };
}

export function useSenders(): UseQueryResult<Page<Sender>> {
  return useQuery({
    queryKey: SENDERS,
    queryFn: ({ signal }) => ask(api.GET('/api/v1/senders/states', { params: { query: { limit: 200 } }, signal })),
  });
}

export function useImports(): UseQueryResult<Page<Job>> {
  return useQuery({
    queryKey: JOBS,
    queryFn: ({ signal }) => ask(api.GET('/api/v1/jobs', { params: { query: { kind: 'import', limit: 20 } }, signal })),
  });
}

export function usePlugins(): UseQueryResult<{ items: Plugin[] }> {
  return useQuery({
    queryKey: ['plugins', 'home'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/plugins', { signal })),
  });
}

export interface Content {
  databases: Database[];
  resources: Resource[];
  templates: Template[];
}

/** What there is to write to and to write with; only asked for who is new, as the counts of a full server take a while. */
export function useContent(wanted: boolean): Content | undefined {
  const query = { limit: 200 };
  const databases = useQuery({
    queryKey: ['databases', 'home'],
    enabled: wanted,
    queryFn: ({ signal }) => ask(api.GET('/api/v1/databases', { params: { query }, signal })),
  });
  const resources = useQuery({
    queryKey: ['resources', 'home'],
    enabled: wanted,
    queryFn: ({ signal }) => ask(api.GET('/api/v1/resources', { params: { query }, signal })),
  });
  const templates = useQuery({
    queryKey: ['templates', 'home'],
    enabled: wanted,
    queryFn: ({ signal }) => ask(api.GET('/api/v1/templates', { params: { query }, signal })),
  });
  if (!databases.data || !resources.data || !templates.data) return undefined;
  return {
    databases: databases.data.items,
    resources: resources.data.items,
    templates: templates.data.items,
  };
}

/** The figures since midnight; while nothing is live, those of rehearsals. */
export function useToday(): UseQueryResult<Schema<'ChannelReport'>> {
  const { me } = useSession();
  const rehearsals = me?.environment === 'rehearsal';
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
