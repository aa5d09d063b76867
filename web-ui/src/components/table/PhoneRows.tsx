import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { place } from './columns';
import classes from './DataTable.module.css';
import type { RowsProps } from './Rows';

/** The list on a phone: two lines a row, the pill at the right; nothing scrolls sideways. */
export function PhoneRows<T>({ table, columns, caption, props }: RowsProps<T>) {
  const { t } = useTranslation('kit');
  const at = (where: string) => columns.filter((column, i) => place(column, i === 0) === where);
  return (
    <ul className={classes.rows} aria-label={caption}>
      {table.getRowModel().rows.map((row) => {
        const path = props.rowPath?.(row.original);
        const title = at('title').map((column) => <span key={column.id}>{column.cell(row.original)}</span>);
        return (
          <li key={row.id}>
            {props.selection && (
              <Checkbox
                aria-label={t('list.select', { name: props.rowName?.(row.original) ?? row.id })}
                checked={row.getIsSelected()}
                onChange={row.getToggleSelectedHandler()}
              />
            )}
            <div className={classes.words}>
              {path ? (
                <Link to={path} className={classes.title}>
                  {title}
                </Link>
              ) : (
                <span className={classes.title}>{title}</span>
              )}
              <span className={classes.line}>
                {at('line').map((column) => (
                  <span key={column.id}>{column.cell(row.original)}</span>
                ))}
              </span>
            </div>
            {at('end').map((column) => (
              <span key={column.id}>{column.cell(row.original)}</span>
            ))}
            {props.rowActions?.(row.original)}
          </li>
        );
      })}
    </ul>
  );
}
