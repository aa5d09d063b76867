import type { Schema } from '@/lib/api';

type Plugin = Schema<'Plugin'>;

/** Those that do not run stand first, since they want a person; the rest by name. */
export function brokenFirst(plugins: Plugin[]): Plugin[] {
  return [...plugins].sort((a, b) => Number(a.running) - Number(b.running) || a.id.localeCompare(b.id));
}
