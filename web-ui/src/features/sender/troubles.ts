import type { Schema } from '@/lib/api';

type Trouble = NonNullable<Schema<'SenderState'>['troubles']>[number];

/** Troubles that are the same, counted. */
export interface Repeated extends Trouble {
  count: number;
}

/** The same trouble once, with how often it is among the last ones; the newest first, `at` is its last time. */
export function grouped(troubles: Trouble[]): Repeated[] {
  const found = new Map<string, Repeated>();
  for (const trouble of troubles) {
    const key = `${trouble.code} ${trouble.text}`;
    const before = found.get(key);
    const newest = before && before.at > trouble.at ? before : trouble;
    found.set(key, { ...newest, count: (before?.count ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.at.localeCompare(a.at));
}

/** The key of the sentence for what an operator says by a name of the SMPP protocol; none for other words. */
export function sentenceKey(text: string): string | undefined {
  return /^ESME_\w+$/.test(text) ? `trouble.${text}` : undefined;
}
