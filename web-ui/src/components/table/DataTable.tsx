import { Skeleton } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import type { QueryKey } from '@tanstack/react-query';
import { getCoreRowModel, useReactTable, type ColumnDef, type RowSelectionState } from '@tanstack/react-table';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PHONE } from '@/lib/media';
import { ErrorState } from '../ErrorState';
import classes from './DataTable.module.css';
import type { Column } from './columns';
import { NoHits } from './NoHits';
import { Pager } from './Pager';
import { PhoneRows } from './PhoneRows';
import { Rows } from './Rows';
import { SelectionBar } from './SelectionBar';
import { Toolbar } from './Toolbar';
import { useLook } from './useLook';
import { usePages, type LoadPage } from './usePages';

export interface DataTableProps<T> {
  /** Under this name the person's columns and row height are remembered. */
  name: string;
  /** Says what the rows are, for those who do not see the page. */
  caption: string;
  columns: Column<T>[];
  /** Begins the key of its queries; invalidate it to load again. */
  queryKey: QueryKey;
  load: LoadPage<T>;
  rowId: (row: T) => string;
  /** What a row is called, for the selection. */
  rowName?: (row: T) => string;
  /** Where a row leads; the title becomes a link, and the whole row can be clicked. */
  rowPath?: (row: T) => string;
  /** Whether the API searches by q; or what it finds by it, if that is not clear. */
  search?: boolean | string;
  /** Chips or selects, and the values they stand for (also in the address, when made by `useQueryWords`). */
  filters?: ReactNode;
  filterValues?: Record<string, string | undefined>;
  /** What stands there when there is nothing at all. */
  empty: ReactNode;
  /** Buttons for what is selected; without it nothing can be selected. */
  selection?: (ids: string[], done: () => void) => ReactNode;
  /** Buttons at the end of a row. */
  rowActions?: (row: T) => ReactNode;
  limit?: number;
  /** Whether search, order and page stand in the address; false for a second list on a screen. */
  inAddress?: boolean;
  /** Two lines a row. */
  tall?: boolean;
}

/** The one list of the product: pages of the server, search, order, columns, selection, and every state it can be in. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { name, caption, columns, rowId, selection, filterValues = {}, limit = 50, inAddress = true } = props;
  const { t } = useTranslation('kit');
  const phone = useMediaQuery(PHONE) ?? false;
  const sorts = columns.flatMap((column) => column.sort ?? []);
  const pages = usePages({
    queryKey: props.queryKey,
    load: props.load,
    filters: filterValues,
    limit,
    inAddress,
    sorts,
  });
  const look = useLook(name, columns);
  const [selected, setSelected] = useState<RowSelectionState>({});
  const { result } = pages;
  const rows = result.data?.items ?? [];
  // A flash of gray rows is worse than a moment of nothing.
  const [late] = useDebouncedValue(result.isPending, 200);
  const table = useReactTable<T>({
    data: rows,
    columns: columns.map((column): ColumnDef<T> => ({ id: column.id, header: column.header, meta: column })),
    state: { columnVisibility: look.visible, rowSelection: selected },
    onRowSelectionChange: setSelected,
    getRowId: rowId,
    getCoreRowModel: getCoreRowModel(),
    manualPagination: true,
    manualSorting: true,
    enableRowSelection: selection !== undefined,
  });
  const chosen = Object.keys(selected);
  const shown = table.getVisibleLeafColumns().map((column) => column.columnDef.meta as Column<T>);
  const body = () => {
    if (result.isError && !result.data) return <ErrorState error={result.error} retry={() => void result.refetch()} />;
    if (result.isPending) return late ? <Waiting columns={shown.length} /> : <div className={classes.nothing} />;
    if (rows.length === 0 && !pages.previous) return pages.narrowed ? <NoHits clear={pages.clear} /> : props.empty;
    const shared = { table, columns: shown, caption, props, pages };
    return phone ? <PhoneRows {...shared} /> : <Rows {...shared} compact={look.compact} />;
  };
  const untouched = !pages.narrowed && rows.length === 0 && !pages.previous;
  return (
    <section className={classes.list} aria-busy={result.isFetching}>
      {!(untouched && !result.isPending) && (
        <Toolbar
          search={props.search ?? false}
          pages={pages}
          filters={props.filters}
          columns={columns}
          look={look}
          phone={phone}
        />
      )}
      <div className={classes.frame} data-old={result.isPlaceholderData || undefined}>
        {body()}
      </div>
      <Pager pages={pages} />
      {selection && chosen.length > 0 && (
        <SelectionBar count={chosen.length} deselect={() => setSelected({})}>
          {selection(chosen, () => setSelected({}))}
        </SelectionBar>
      )}
      <span className="pr-hidden" role="status">
        {result.isPending ? t('list.loading') : t('list.shown', { count: rows.length })}
      </span>
    </section>
  );
}

function Waiting({ columns }: { columns: number }) {
  return (
    <div className={classes.waiting} aria-hidden>
      {Array.from({ length: 6 }, (_, row) => (
        <div key={row}>
          {Array.from({ length: Math.min(columns, 5) }, (_none, column) => (
            <Skeleton key={column} height={10} width={column === 0 ? '60%' : '40%'} radius="xl" />
          ))}
        </div>
      ))}
    </div>
  );
}
