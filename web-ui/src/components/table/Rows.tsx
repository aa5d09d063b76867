import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Row, Table } from '@tanstack/react-table';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './columns';
import classes from './DataTable.module.css';
import type { DataTableProps } from './DataTable';
import type { Pages } from './usePages';

export interface RowsProps<T> {
  table: Table<T>;
  columns: Column<T>[];
  caption: string;
  props: DataTableProps<T>;
  pages: Pages<T>;
}

/** The list as a table. */
export function Rows<T>({ table, columns, caption, props, pages, compact }: RowsProps<T> & { compact: boolean }) {
  const { t } = useTranslation('kit');
  return (
    <div className={classes.scroll}>
      <table className={classes.table} data-compact={compact || undefined} data-tall={props.tall || undefined}>
        <caption className="pr-hidden">{caption}</caption>
        <thead>
          <tr>
            {props.selection && (
              <th className={classes.tick}>
                <Checkbox
                  size="xs"
                  aria-label={t('list.selectAll')}
                  checked={table.getIsAllRowsSelected()}
                  indeterminate={table.getIsSomeRowsSelected()}
                  onChange={table.getToggleAllRowsSelectedHandler()}
                />
              </th>
            )}
            {columns.map((column) => (
              <Head key={column.id} column={column} pages={pages} />
            ))}
            {props.rowActions && <td className={classes.end} />}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <BodyRow key={row.id} row={row} columns={columns} props={props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head<T>({ column, pages }: { column: Column<T>; pages: Pages<T> }) {
  const { sort } = column;
  if (!sort) {
    return (
      <th scope="col" data-align={column.align}>
        {column.header}
      </th>
    );
  }
  const down = pages.sort === `-${sort}`;
  const up = pages.sort === sort;
  const Arrow = down ? IconArrowDown : up ? IconArrowUp : IconArrowsSort;
  return (
    <th scope="col" data-align={column.align} aria-sort={down ? 'descending' : up ? 'ascending' : 'none'}>
      <button type="button" className={classes.sort} onClick={() => pages.setSort(up ? `-${sort}` : down ? '' : sort)}>
        {column.header}
        <Arrow size={14} stroke={2.1} aria-hidden className={up || down ? undefined : classes.faint} />
      </button>
    </th>
  );
}

function BodyRow<T>({ row, columns, props }: { row: Row<T>; columns: Column<T>[]; props: DataTableProps<T> }) {
  const { t } = useTranslation('kit');
  const navigate = useNavigate();
  const path = props.rowPath?.(row.original);
  // The whole row is a larger target for the mouse; the keyboard has the link in it.
  const open = (event: MouseEvent<HTMLTableRowElement>) => {
    const inner = (event.target as HTMLElement).closest('a, button, input, label, [role=menuitem]');
    if (path && !inner && !getSelection()?.toString()) void navigate({ to: path } as never);
  };
  return (
    <tr onClick={open} data-path={path ? '' : undefined} data-selected={row.getIsSelected() || undefined}>
      {props.selection && (
        <td className={classes.tick}>
          <Checkbox
            size="xs"
            aria-label={t('list.select', { name: props.rowName?.(row.original) ?? row.id })}
            checked={row.getIsSelected()}
            onChange={row.getToggleSelectedHandler()}
          />
        </td>
      )}
      {columns.map((column, i) => (
        <td key={column.id} data-align={column.align}>
          {i === 0 && path ? (
            <Link to={path} className={classes.title}>
              {column.cell(row.original)}
            </Link>
          ) : (
            column.cell(row.original)
          )}
        </td>
      ))}
      {props.rowActions && <td className={classes.end}>{props.rowActions(row.original)}</td>}
    </tr>
  );
}
