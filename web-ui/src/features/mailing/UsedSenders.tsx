import { Card, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import classes from './mailing.module.css';

type RunNow = Schema<'RunPageOfNow'>;

/** Of the senders that rules chose the one before which most waits; without rules the run's own. */
export function decisiveSender(run: Pick<RunNow, 'senderId' | 'senders'>): string | undefined {
  const slowest = [...run.senders].sort((one, other) => other.waiting - one.waiting)[0];
  return run.senderId ?? slowest?.senderId;
}

/** By which senders a run goes that a virtual sender spreads. */
export function UsedSenders({ run }: { run: RunNow }) {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const all = run.senders.reduce((sum, one) => sum + one.messages, 0);
  return (
    <Card>
      <h2 className={classes.cardTitle}>{t('senders.title', { name: run.virtualSender })}</h2>
      {run.senders.length === 0 && <p className="pr-quiet">{t('senders.none')}</p>}
      {run.senders.length > 0 && (
        <Table mt="sm">
          <caption className="pr-hidden">{t('senders.title', { name: run.virtualSender })}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('senders.sender')}</Table.Th>
              <Table.Th ta="right">{t('senders.messages')}</Table.Th>
              <Table.Th ta="right">{t('senders.share')}</Table.Th>
              <Table.Th ta="right">{t('senders.waiting')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {run.senders.map((one) => (
              <Table.Tr key={one.senderId}>
                <Table.Th scope="row" fw={400} className="pr-long">
                  <Link to={`/senders/${one.senderId}`}>
                    <bdi>{one.sender ?? t('senders.gone')}</bdi>
                  </Link>
                </Table.Th>
                <Table.Td ta="right">{format.exact(one.messages)}</Table.Td>
                <Table.Td ta="right">{all > 0 ? format.share(one.messages / all) : '–'}</Table.Td>
                <Table.Td ta="right">{format.exact(one.waiting)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  );
}
