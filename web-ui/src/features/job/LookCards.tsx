import { Card, Select, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/lib/format/useFormat';
import { useProblemText } from '@/lib/i18n/useProblemText';
import classes from './job.module.css';
import type { Look } from './plan';

interface MappingProps {
  look: Look;
  columns: Record<string, string>;
  fields: { value: string; label: string }[];
  onChange: (column: string, field: string) => void;
}

/** Which column goes to which field, with the first values of each. */
export function Mapping({ look, columns, fields, onChange }: MappingProps) {
  const { t } = useTranslation('job');
  const format = useFormat();
  return (
    <Card>
      <h2 className={classes.title}>
        {t('import.columns', { number: format.count(look.rowCount), count: look.rowCount })}
      </h2>
      <div className={classes.scroll}>
        <Table>
          <caption className="pr-hidden">{t('import.mapping')}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('import.column')}</Table.Th>
              <Table.Th>{t('import.examples')}</Table.Th>
              <Table.Th>{t('import.field')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {look.columns.map((column, i) => (
              <Table.Tr key={column}>
                <Table.Th scope="row" className="pr-long">
                  {column}
                </Table.Th>
                <Table.Td className={`pr-quiet ${classes.nowrap}`}>
                  {look.rows
                    .slice(0, 3)
                    .map((row) => row.values[i])
                    .filter(Boolean)
                    .join(' · ')}
                </Table.Td>
                <Table.Td>
                  <Select
                    aria-label={t('import.fieldOf', { column })}
                    allowDeselect={false}
                    searchable
                    data={[{ value: '', label: t('import.leaveOut') }, ...fields]}
                    value={columns[column] ?? ''}
                    onChange={(field) => onChange(column, field ?? '')}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Card>
  );
}

/** What becomes of the phones: before and after. */
export function PhoneExamples({ phones }: { phones: NonNullable<Look['phones']> }) {
  const { t } = useTranslation('job');
  const format = useFormat();
  const text = useProblemText();
  return (
    <Card>
      <h2 className={classes.title}>{t('import.phones')}</h2>
      <p className="pr-quiet pr-small">
        {t('import.phoneCounts', {
          valid: format.count(phones.valid),
          invalid: format.count(phones.invalid),
          empty: format.count(phones.empty),
        })}
      </p>
      <Table>
        <caption className="pr-hidden">{t('import.phones')}</caption>
        <Table.Tbody>
          {phones.examples.map((example) => (
            <Table.Tr key={`${example.line}-${example.before}`}>
              <Table.Td className="pr-numbers">{example.before}</Table.Td>
              <Table.Td className="pr-numbers">
                {example.after ?? (
                  <span className="pr-quiet">
                    {text.sentence({
                      code: example.code ?? '',
                      detail: example.detail ?? '',
                      parameters: { value: example.before },
                    })}
                  </span>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
