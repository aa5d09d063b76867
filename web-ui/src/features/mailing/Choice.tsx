import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface Named {
  id: string;
  name: string;
}

interface ChoiceProps extends Omit<SelectProps, 'data' | 'onSearchChange' | 'searchValue'> {
  /** Begins the key of its queries. */
  noun: string;
  search: (q: string, signal: AbortSignal) => Promise<Named[]>;
  /** Reads the one that is chosen, which may be on no page of the search. */
  one: (id: string, signal: AbortSignal) => Promise<Named>;
}

/** Chooses one object of many by its name; asks the server while one types. */
export function Choice({ noun, search, one, ...props }: ChoiceProps) {
  const { t } = useTranslation('mailing');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const value = props.value ?? null;
  const chosen = useQuery({
    queryKey: [noun, value, 'name'],
    queryFn: ({ signal }) => one(value ?? '', signal),
    enabled: value !== null,
    retry: false,
  });
  const label = chosen.data?.name ?? '';
  const found = useQuery({
    queryKey: [noun, 'choice', q === label ? '' : q],
    queryFn: ({ signal }) => search(q === label ? '' : q, signal),
    placeholderData: keepPreviousData,
  });
  const options = new Map((found.data ?? []).map((item) => [item.id, item.name]));
  if (value !== null) options.set(value, label || (chosen.isError ? t('choice.gone') : '…'));
  return (
    <Select
      {...props}
      searchable
      clearable
      data={[...options].map(([id, name]) => ({ value: id, label: name }))}
      filter={({ options: all }) => all}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('choice.nothing')}
    />
  );
}
