import { Card } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NumberTable } from '@/components';
import { quiet, SETS, shown, type Report, type Row, type SetName } from './figures';
import { useRowName } from './names';
import type { Group } from './question';
import classes from './report.module.css';
import { useFigure } from './useFigure';

interface DetailsProps {
  report: Report;
  group: Group;
  set: SetName;
}

function RowName({ row, nameless }: { row: Row; nameless: string }) {
  const name = useRowName(nameless)(row);
  if (!row.mailingId) return <>{name}</>;
  return (
    <Link to={`/mailings/${row.mailingId}`} search={{ tab: 'report' } as never}>
      <bdi>{name}</bdi>
    </Link>
  );
}

/** Every row of the report with its figures, and their sum. Rows in which nothing happened are left out. */
export function Details({ report, group, set }: DetailsProps) {
  const { t } = useTranslation('report');
  const { name, value, formula } = useFigure();
  const columns = shown(SETS[set].columns, report);
  const rows = report.rows.filter((row) => !quiet(row));
  const left = report.rows.length - rows.length;
  const title = t(`details.${group}`);
  return (
    <Card>
      <section className={classes.section} aria-label={title}>
        <div className={classes.cardTop}>
          <h2 className={classes.cardTitle}>
            {title} {left > 0 && <small>{t(`details.quiet.${group}`, { count: left })}</small>}
            {report.truncated && <small>{t('details.truncated')}</small>}
          </h2>
        </div>
        <NumberTable caption={title}>
          <thead>
            <tr>
              <th scope="col">{t(`row.${group}`)}</th>
              {columns.map((id) => (
                <th key={id} scope="col" title={formula(id)}>
                  {name(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.at ?? row.mailingId ?? ''}>
                <th scope="row">
                  <RowName row={row} nameless={t('row.nameless')} />
                </th>
                {columns.map((id) => (
                  <td key={id}>{value(id, row)}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('details.sum')}</th>
              {columns.map((id) => (
                <td key={id}>{value(id, report.totals)}</td>
              ))}
            </tr>
          </tfoot>
        </NumberTable>
      </section>
    </Card>
  );
}
