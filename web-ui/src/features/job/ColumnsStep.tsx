import { Card, SegmentedControl, Select, Table } from '@mantine/core';
import { IconArrowRight, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pill } from '@/components';
import { useMay, type Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { STANDARD } from './fields';
import classes from './job.module.css';
import { NewField } from './NewField';
import { moved, PHONES, SMS, type Look, type Mapping, type Plan } from './plan';

const MAKE = '@new';

interface ColumnsStepProps {
  look: Look;
  plan: Plan;
  mapping: Mapping;
  database: Schema<'Database'>;
  onChange: (columns: Plan['columns']) => void;
}

/** Which column goes where, with its first values. */
export function ColumnsStep({ look, plan, mapping, database, onChange }: ColumnsStepProps) {
  const { t } = useTranslation('job');
  const format = useFormat();
  const [view, setView] = useState('all');
  const [making, setMaking] = useState<string>();
  const used = look.columns.filter((column) => mapping[column]).length;
  const shown = look.columns.filter((column) => view === 'all' || mapping[column]);
  const go = (column: string, target: string) =>
    target === MAKE ? setMaking(column) : onChange(moved(mapping, plan, column, target));
  return (
    <Card>
      <div className={classes.between}>
        <h2 className={classes.title}>
          {t('import.which')}{' '}
          <span className="pr-quiet pr-small">
            {t('import.used', { count: look.columns.length, used: format.count(used) })}
          </span>
        </h2>
        <SegmentedControl
          size="xs"
          aria-label={t('import.which')}
          value={view}
          onChange={setView}
          data={[
            { value: 'all', label: t('import.all') },
            { value: 'used', label: t('import.onlyUsed') },
          ]}
        />
      </div>
      <Table className={classes.mapping}>
        <caption className="pr-hidden">{t('import.mapping')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('import.column')}</Table.Th>
            <Table.Th scope="col">{t('import.examples')}</Table.Th>
            <Table.Th scope="col">{t('import.field')}</Table.Th>
            <Table.Th scope="col">{t('import.found')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((column) => (
            <Line key={column} {...{ look, mapping, database, column }} go={(target) => go(column, target)} />
          ))}
        </Table.Tbody>
      </Table>
      {making !== undefined && (
        <NewField
          database={database}
          column={making}
          kind={look.guesses.find((guess) => guess.column === making)?.kind ?? 'text'}
          close={() => setMaking(undefined)}
          onMade={(name) => {
            onChange(moved(mapping, plan, making, name));
            setMaking(undefined);
          }}
        />
      )}
    </Card>
  );
}

interface LineProps {
  look: Look;
  mapping: Mapping;
  database: Schema<'Database'>;
  column: string;
  go: (target: string) => void;
}

function Line({ look, mapping, database, column, go }: LineProps) {
  const { t } = useTranslation('job');
  const may = useMay()('profiles:write');
  const at = look.columns.indexOf(column);
  const target = mapping[column] ?? '';
  const own = database.fields.map((field) => ({ value: field.name, label: field.label || field.name }));
  const examples = look.rows.flatMap((row) => row.values[at]?.trim() || []);
  const data = [
    { value: '', label: t('import.leaveOut') },
    { value: SMS, label: t('import.sms') },
    ...(own.length > 0 ? [{ group: database.name, items: own }] : []),
    { group: t('import.everywhere'), items: STANDARD.map((name) => ({ value: name, label: t(`standard.${name}`) })) },
    ...(may ? [{ group: t('import.none'), items: [{ value: MAKE, label: t('import.makeField') }] }] : []),
  ];
  return (
    <Table.Tr data-out={target === '' || undefined}>
      <Table.Th scope="row">
        <bdi className="pr-long">{column}</bdi>
      </Table.Th>
      <Table.Td className="pr-quiet">
        <bdi className={classes.examples}>{[...new Set(examples)].slice(0, 3).join(', ')}</bdi>
        <IconArrowRight size={14} aria-hidden className={classes.arrow} />
      </Table.Td>
      <Table.Td>
        <Select
          aria-label={t('import.fieldOf', { column })}
          allowDeselect={false}
          searchable
          data={data}
          value={target}
          onChange={(next) => go(next ?? '')}
        />
      </Table.Td>
      <Table.Td>
        <Found look={look} column={column} target={target} database={database} />
      </Table.Td>
    </Table.Tr>
  );
}

function Found({ look, column, target, database }: Omit<LineProps, 'mapping' | 'go'> & { target: string }) {
  const { t } = useTranslation('job');
  const format = useFormat();
  const filled = look.guesses.find((guess) => guess.column === column)?.filled ?? 0;
  if (database.fields.some((field) => field.key && field.name === target)) {
    return (
      <Pill meaning="accent" icon={IconKey}>
        {t('import.isKey')}
      </Pill>
    );
  }
  if ((target === SMS || target === PHONES) && look.phones?.column === column) {
    return <span className="pr-numbers">{t('import.valid', { number: format.count(look.phones.valid) })}</span>;
  }
  return (
    <span className="pr-numbers pr-quiet">
      {filled === look.sampled
        ? t('import.everyRow')
        : t('import.filled', { share: format.share(filled / (look.sampled || 1)) })}
    </span>
  );
}
