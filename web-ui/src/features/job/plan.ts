import type { Schema } from '@/lib/api';

export type Look = Schema<'DetectedFile'>;

/** What the person decides about a file. */
export type Plan = {
  databaseId: string;
  /** The field for each column; empty for a column that is left out. */
  columns: Record<string, string>;
  /** Empty: people are found by the phone. */
  matchField: string;
  resourceId: string;
  phoneColumn: string;
  rejectInvalid: boolean;
};

/** The columns' fields that the server guesses; no field twice. */
export function guessed(look: Look): Record<string, string> {
  const taken = new Set<string>();
  return Object.fromEntries(
    look.guesses.map(({ column, field }) => {
      const free = field !== null && !taken.has(field);
      if (free) taken.add(field);
      return [column, free ? field : ''];
    }),
  );
}

/** The order for the server. */
export function orderOf(plan: Plan, uploadId: string, look: Look): Schema<'NewImport'> {
  const columns = Object.fromEntries(Object.entries(plan.columns).filter(([, field]) => field !== ''));
  return {
    uploadId,
    databaseId: plan.databaseId,
    importer: look.importer,
    settings: look.settings,
    columns,
    ...(plan.matchField ? { match: 'field' as const, matchField: plan.matchField } : { match: 'phone' as const }),
    ...(plan.resourceId && plan.phoneColumn
      ? {
          subscribe: {
            resourceId: plan.resourceId,
            channel: 'sms' as const,
            column: plan.phoneColumn,
            rejectInvalid: plan.rejectInvalid,
          },
        }
      : {}),
  };
}
