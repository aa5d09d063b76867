import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';
import classes from './report.module.css';
import { MOST_MAILINGS } from './question';

const FOUND = 20;

/** The mailings that a report is about, found by their names; none stands for all. */
export function MailingPicker({ value, onChange }: { value: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation('report');
  const text = useProblemText();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const found = useQuery({
    queryKey: ['mailings', 'pick', q],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/mailings', { params: { query: { limit: FOUND, ...(q ? { q } : {}) } }, signal })),
    placeholderData: keepPreviousData,
  });
  const chosen = useQueries({
    queries: value.map((id) => ({
      queryKey: ['mailings', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        ask(api.GET('/api/v1/mailings/{id}', { params: { path: { id } }, signal })),
    })),
  });
  const names = new Map(found.data?.items.map((mailing) => [mailing.id, mailing.name]));
  value.forEach((id, i) => names.set(id, chosen[i]?.data?.name ?? names.get(id) ?? t('filter.mailing', { id })));
  return (
    <MultiSelect
      aria-label={t('filter.mailings')}
      placeholder={value.length === 0 ? t('filter.allMailings') : ''}
      classNames={{ root: classes.mailings ?? '', pill: classes.pill ?? '' }}
      data={[...names].map(([id, name]) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      searchable
      clearable
      hidePickedOptions
      maxValues={MOST_MAILINGS}
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      maxLength={200}
      nothingFoundMessage={found.isPending ? t('kit:list.loading') : t('kit:list.noHits')}
      error={found.error ? text.error(found.error) : undefined}
    />
  );
}
