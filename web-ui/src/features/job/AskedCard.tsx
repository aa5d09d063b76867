import { Card } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '@/lib/api';
import type { Asked } from './asked';
import { useFieldNames } from './fields';
import classes from './job.module.css';
import { useDatabase } from './queries';

/** What an import was asked to do, so that nobody has to remember. */
export function AskedCard({ asked }: { asked: Asked }) {
  const { t } = useTranslation('job');
  const database = useDatabase(asked.databaseId ?? '');
  const resourceId = asked.subscribe?.resourceId ?? '';
  const resource = useQuery({
    queryKey: ['resources', resourceId],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/resources/{id}', { params: { path: { id: resourceId } }, signal })),
    enabled: resourceId !== '',
  });
  const nameOf = useFieldNames(database.data);
  const columns = Object.entries(asked.columns ?? {});
  const pairs: [string, ReactNode][] = [];
  if (database.data) {
    pairs.push([t('import.database'), <Link to={`/databases/${database.data.id}`}>{database.data.name}</Link>]);
  }
  if (asked.mode) pairs.push([t('import.mode'), t(`mode.${asked.mode}`)]);
  if (asked.match) {
    const by = asked.match === 'field' ? nameOf(asked.matchField ?? '') : t(`match.${asked.match}`);
    pairs.push([t('import.match'), by]);
  }
  if (resource.data && asked.subscribe) {
    pairs.push([
      t('import.resource'),
      t('page.resourceBy', { resource: resource.data.name, column: asked.subscribe.column }),
    ]);
  }
  if (columns.length > 0) {
    pairs.push([
      t('import.mapping'),
      <ul className={classes.plain}>
        {columns.map(([column, field]) => (
          <li key={column}>
            <bdi>{column}</bdi> → <bdi>{nameOf(field)}</bdi>
          </li>
        ))}
      </ul>,
    ]);
  }
  if (pairs.length === 0) return null;
  return (
    <Card component="section" aria-label={t('page.asked')}>
      <h2 className={classes.title}>{t('page.asked')}</h2>
      <dl className={classes.pairs}>
        {pairs.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="pr-long">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
