import type { ReactNode } from 'react';

/** A column of a list. */
export interface Column<T> {
  /** Stable; remembered with the person's choice of columns. */
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** Name of the order by it in the API's allow-list; without one the list cannot be sorted by it. */
  sort?: string;
  /** Figures stand under each other at the right. */
  align?: 'right';
  /** Not among the columns of somebody who has chosen none. */
  extra?: boolean;
  /** Cannot be taken away. The first column never can. */
  fixed?: boolean;
  /** Where it stands in the two-line row of a phone; the first column is the title, others the second line. */
  phone?: 'title' | 'line' | 'end' | 'none';
}

/** Where a column stands on a phone. */
export function place<T>(column: Column<T>, first: boolean): 'title' | 'line' | 'end' | 'none' {
  return column.phone ?? (first ? 'title' : 'line');
}
