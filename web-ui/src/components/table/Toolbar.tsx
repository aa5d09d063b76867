import { ActionIcon, Menu, Select } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './columns';
import classes from './DataTable.module.css';
import { SearchField } from './SearchField';
import type { Look } from './useLook';
import type { Pages } from './usePages';

interface ToolbarProps<T> {
  /** Whether there is a search, or what it finds. */
  search: boolean | string;
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
      {search && (
        <SearchField
          className={classes.search}
          q={pages.q}
          setQ={pages.setQ}
          hint={search === true ? undefined : search}
        />
      )}
      {filters}
      {phone && sortable && <PhoneSort pages={pages} columns={columns} />}
      {!phone && <View columns={columns} look={look} />}
    </div>
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
