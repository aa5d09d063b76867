import type { Schema } from '@/lib/api';

type Job = Schema<'Job'>;

/** What an import was asked to do; old ones do not know how their file was called. */
export type Asked = Partial<Schema<'NewImport'>> & { fileName?: string };

export function askedOf(job: Job): Asked {
  return (job.parameters ?? {}) as Asked;
}

const ALWAYS = ['rows', 'added', 'updated'] as const;
export type FigureName = (typeof ALWAYS)[number] | 'skipped' | 'rejected' | 'subscribed' | 'withoutPhone';

/** The figures that say something about this import. Rows are added, updated, skipped and rejected ones together. */
export function figuresOf(job: Job): FigureName[] {
  const subscribing = askedOf(job).subscribe !== undefined;
  return [
    ...ALWAYS,
    ...((job.progress['skipped'] ?? 0) > 0 ? (['skipped'] as const) : []),
    'rejected',
    ...(subscribing ? (['subscribed', 'withoutPhone'] as const) : []),
  ];
}

/** How long it has worked, in milliseconds; unknown as long as it has not ended. */
export function millisOf(job: Job): number | undefined {
  if (!job.startedAt || !job.endedAt) return undefined;
  return new Date(job.endedAt).getTime() - new Date(job.startedAt).getTime();
}
