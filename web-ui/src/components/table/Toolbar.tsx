import { ActionIcon, CloseButton, Menu, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconCheck, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './columns';
import classes from './DataTable.module.css';
import type { Look } from './useLook';
import type { Pages } from './usePages';

interface ToolbarProps<T> {
  search: boolean;
  pages: Pages<T>;
  filters: ReactNode;
  columns: Column<T>[];
  look: Look;
  phone: boolean;
}

/** Search, filters, and how the list looks. */
export function Toolbar<T>({ search, pages, filters, columns, look, phone }: ToolbarProps<T>) {
  const sortable = columns.some((column) => column.sort);
  if (!search && !filters && phone && !sortable) return null;
  return (
    <div className={classes.toolbar}>
      {search && <Search q={pages.q} setQ={pages.setQ} />}
      {filters}
      {phone && sortable && <PhoneSort pages={pages} columns={columns} />}
      {!phone && <View columns={columns} look={look} />}
    </div>
  );
}

function Search({ q, setQ }: { q: string; setQ: (q: string) => void }) {
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
      className={classes.search}
      type="search"
      aria-label={t('list.search')}
      placeholder={t('list.search')}
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

function View<T>({ columns, look }: { columns: Column<T>[]; look: Look }) {
  const { t } = useTranslation('kit');
  const tick = <IconCheck size={16} aria-hidden />;
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon
          className={classes.view}
          variant="default"
          size={34}
          aria-label={t('list.view')}
          title={t('list.view')}
        >
          <IconAdjustmentsHorizontal size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('list.columns')}</Menu.Label>
        {columns.map((column, i) => (
          <Menu.CheckboxItem
            key={column.id}
            checked={look.visible[column.id] ?? false}
            disabled={i === 0 || (column.fixed ?? false)}
            checkIcon={tick}
            onChange={() => look.toggle(column.id)}
          >
            {column.header}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('list.density')}</Menu.Label>
        <Menu.RadioGroup
          value={look.compact ? 'compact' : 'normal'}
          onChange={(next) => look.setCompact(next === 'compact')}
        >
          <Menu.RadioItem value="normal" checkIcon={tick}>
            {t('list.densityNormal')}
          </Menu.RadioItem>
          <Menu.RadioItem value="compact" checkIcon={tick}>
            {t('list.densityCompact')}
          </Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

function PhoneSort<T>({ pages, columns }: { pages: Pages<T>; columns: Column<T>[] }) {
  const { t } = useTranslation('kit');
  const orders = columns.flatMap((column) =>
    column.sort
      ? [
          { value: column.sort, label: t('list.sortAscending', { name: column.header }) },
          { value: `-${column.sort}`, label: t('list.sortDescending', { name: column.header }) },
        ]
      : [],
  );
  return (
    <Select
      aria-label={t('list.sortBy')}
      data={[{ value: '', label: t('list.sortOwn') }, ...orders]}
      value={pages.sort}
      allowDeselect={false}
      onChange={(value) => pages.setSort(value ?? '')}
    />
  );
}
