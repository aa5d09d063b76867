import { Card } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { useFieldNames } from './fields';
import classes from './job.module.css';
import { matchField, matchOf, orderOf, phoneColumnOf, type Look, type Mapping, type Plan } from './plan';
import { useResources } from './queries';
import { Fact } from './SideCards';

interface CheckStepProps {
  look: Look;
  fileName: string;
  plan: Plan;
  mapping: Mapping;
  database: Schema<'Database'>;
}

/** What will happen, in words, before it does. */
export function CheckStep({ look, fileName, plan, mapping, database }: CheckStepProps) {
  const { t } = useTranslation('job');
  const format = useFormat();
  const nameOf = useFieldNames(database);
  const resources = useResources(database.id);
  const resource = resources.data?.find((one) => one.id === plan.resourceId)?.name;
  const column = phoneColumnOf(mapping);
  const match = matchOf(plan, mapping, database.fields);
  const field = matchField(match);
  const used = Object.entries(orderOf(plan, '', look, database.fields).columns);
  const taken = new Set(used.map(([name]) => name));
  if (resource && column !== undefined) taken.add(column);
  const rows = format.exact(look.rowCount);
  return (
    <Card component="section" aria-label={t('import.summary')}>
      <h2 className={classes.title}>{t('import.summary')}</h2>
      <dl className={classes.pairs}>
        <Fact name={t('import.file')}>
          <bdi className="pr-long">{fileName}</bdi>,{' '}
          {t(look.rowCountExact ? 'import.rowsExact' : 'import.rowsAbout', { count: look.rowCount, rows })}
        </Fact>
        <Fact name={t('import.database')}>
          <bdi className="pr-long">{database.name}</bdi>
        </Fact>
        <Fact name={t('import.columnsTaken')}>
          <ul className={classes.plain}>
            {used.map(([name, target]) => (
              <li key={name}>
                <bdi className="pr-long">{name}</bdi> → <bdi>{nameOf(target)}</bdi>
              </li>
            ))}
            <li className="pr-quiet">{t('import.leftOut', { count: look.columns.length - taken.size })}</li>
          </ul>
        </Fact>
        <Fact name={t('import.match')}>{field === undefined ? t(`match.${match}`) : nameOf(field)}</Fact>
        {match !== 'nothing' && <Fact name={t('import.mode')}>{t(`mode.${plan.mode}`)}</Fact>}
        <Fact name={t('import.resource')}>
          {resource && column !== undefined ? t('page.resourceBy', { resource, column }) : t('import.nothing')}
        </Fact>
        {resource && (
          <Fact name={t('import.withoutPhone')}>{t(plan.rejectInvalid ? 'import.areRejected' : 'import.areKept')}</Fact>
        )}
      </dl>
      {!resource && (
        <p className={classes.warned}>
          <IconAlertTriangle size={16} aria-hidden /> {t('import.nobody')}
        </p>
      )}
    </Card>
  );
}
