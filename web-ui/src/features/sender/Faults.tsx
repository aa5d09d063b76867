import { Card, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Time } from '@/components';
import { useFormat } from '@/lib/format/useFormat';
import type { State } from './queries';
import classes from './sender.module.css';
import { Words } from './Words';

type Fault = NonNullable<State['errors']>[number];

/** What went wrong since the connection was opened: each kind once, with how often and when last. */
export function Faults({ faults }: { faults: Fault[] }) {
  const { t } = useTranslation('sender');
  const format = useFormat();
  return (
    <Card component="section">
      <h2 className={classes.title}>{t('live.troubles')}</h2>
      {faults.length === 0 ? (
        <p className={`${classes.line} pr-quiet`}>{t('live.noTroubles')}</p>
      ) : (
        <Table className={classes.faults}>
          <caption className="pr-hidden">{t('live.troubles')}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('fault.what')}</Table.Th>
              <Table.Th scope="col">{t('fault.kind')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('fault.count')}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t('fault.last')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {faults.map((fault) => (
              <Table.Tr key={`${fault.kind} ${fault.code} ${fault.text}`}>
                <Table.Td className="pr-long">
                  <Words text={fault.text} code={fault.code} />
                </Table.Td>
                <Table.Td>{t(`fault.${fault.kind}`)}</Table.Td>
                <Table.Td ta="right" className="pr-numbers">
                  {format.count(fault.count)}
                </Table.Td>
                <Table.Td ta="right">
                  <Time at={fault.lastAt} as="time" seconds />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  );
}
