import { useState } from 'react';
import { readKept, writeKept } from '@/lib/kept';
import type { Column } from './columns';

export interface Look {
  visible: Record<string, boolean>;
  toggle: (id: string) => void;
  compact: boolean;
  setCompact: (compact: boolean) => void;
}

function read(key: string): Record<string, boolean> {
  try {
    return JSON.parse(readKept(key) ?? '{}') as Record<string, boolean>;
  } catch {
    return {};
  }
}

/** Which columns of a list somebody wants to see, and how high the rows of all lists are; kept in this browser. */
export function useLook<T>(name: string, columns: Column<T>[]): Look {
  const key = `columns.${name}`;
  const [chosen, setChosen] = useState(() => read(key));
  const [compact, setCompact] = useState(() => readKept('density') === 'compact');
  const visible = Object.fromEntries(
    columns.map((column, i) => [column.id, i === 0 || column.fixed || (chosen[column.id] ?? !column.extra)]),
  );
  return {
    visible,
    toggle: (id) => {
      const next = { ...chosen, [id]: !visible[id] };
      setChosen(next);
      writeKept(key, JSON.stringify(next));
    },
    compact,
    setCompact: (next) => {
      setCompact(next);
      writeKept('density', next ? 'compact' : null);
    },
  };
}
