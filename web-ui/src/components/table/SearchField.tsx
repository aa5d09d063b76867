import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface SearchFieldProps {
  q: string;
  setQ: (q: string) => void;
  /** What can be searched for; "Search" without it. */
  hint?: string | undefined;
  className?: string | undefined;
}

/** Searches a moment after the last letter; Escape clears it. */
export function SearchField({ q, setQ, hint, className }: SearchFieldProps) {
  const { t } = useTranslation('kit');
  const input = useRef<HTMLInputElement>(null);
  const later = useDebouncedCallback(setQ, 250);
  useEffect(() => {
    // The address may change by "back" or "clear"; while somebody types, it only follows.
    const field = input.current;
    if (field && document.activeElement !== field) field.value = q;
  }, [q]);
  const clear = () => {
    later.cancel();
    if (input.current) input.current.value = '';
    setQ('');
  };
  return (
    <TextInput
      className={className}
      type="search"
      aria-label={hint ?? t('list.search')}
      placeholder={hint ?? t('list.search')}
      maxLength={200}
      ref={input}
      defaultValue={q}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={q && <CloseButton size="sm" aria-label={t('list.clear')} onClick={clear} />}
      onChange={(event) => later(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.currentTarget.value) clear();
      }}
    />
  );
}
