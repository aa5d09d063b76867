import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';

const LIMIT = 20;

interface Named {
  id: string;
  name: string;
}

interface PickerProps extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchable' | 'filter'> {
  /** Id of the chosen one; empty when there is none. */
  value: string;
  onChange: (id: string) => void;
  /** Begins the keys of its queries. */
  queryKey: QueryKey;
  /** Finds some by their name; hand `request` to a list operation as its query. */
  load: (request: { limit: number; q?: string }, signal: AbortSignal) => Promise<Page<Named>>;
  /** Reads the chosen one, whose name may not be among the found ones. */
  read: (id: string, signal: AbortSignal) => Promise<Named>;
}

/** Chooses one of the server's objects by its name; there may be any number of them. */
export function Picker({ value, onChange, queryKey, load, read, error, ...select }: PickerProps) {
  const { t } = useTranslation('kit');
  const text = useProblemText();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const chosen = useQuery({
    queryKey: [...queryKey, 'picked', value],
    queryFn: ({ signal }) => read(value, signal),
    enabled: value !== '',
  });
  // The name of the chosen one stands in the field without anybody having typed it.
  const asked = q === chosen.data?.name ? '' : q;
  const found = useQuery({
    queryKey: [...queryKey, 'pick', asked],
    queryFn: ({ signal }) => load({ limit: LIMIT, ...(asked ? { q: asked } : {}) }, signal),
    placeholderData: keepPreviousData,
  });
  const items = found.data?.items ?? [];
  const all = chosen.data && !items.some((item) => item.id === value) ? [chosen.data, ...items] : items;
  const problem = found.error ?? chosen.error;
  return (
    <Select
      {...select}
      data={all.map((item) => ({ value: item.id, label: item.name }))}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      searchable
      allowDeselect={false}
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      maxLength={200}
      nothingFoundMessage={found.isPending ? t('list.loading') : t('list.noHits')}
      error={error ?? (problem ? text.error(problem) : undefined)}
    />
  );
}
