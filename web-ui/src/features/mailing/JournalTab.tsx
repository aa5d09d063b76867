import { Card, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState, Loading, Pill, Time } from '@/components';
import { IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react';
import { api, ask, type Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import classes from './mailing.module.css';

type Journal = Schema<'RunJournal'>;

function Equations({ journal }: { journal: Journal }) {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const early = journal.state === 'measuring' || journal.state === 'rendering';
  return (
    <Card>
      <h2 className={classes.cardTitle}>{t('journal.equations')}</h2>
      <Table mt="sm">
        <caption className="pr-hidden">{t('journal.equations')}</caption>
        <Table.Tbody>
          {journal.equations.map((equation) => (
            <Table.Tr key={equation.name}>
              <Table.Th scope="row" fw={400}>
                {t(`journal.equation.${equation.name}`)}
              </Table.Th>
              <Table.Td className="pr-numbers pr-nowrap">
                {format.exact(equation.left)} = {format.exact(equation.right)}
              </Table.Td>
              <Table.Td>
                {equation.holds ? (
                  <Pill meaning="green" icon={IconCircleCheck}>
                    {t('journal.holds')}
                  </Pill>
                ) : early ? (
                  <Pill meaning="gray" icon={IconClock}>
                    {t('journal.early')}
                  </Pill>
                ) : (
                  <Pill meaning="red" icon={IconCircleX}>
                    {t('journal.broken')}
                  </Pill>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

/** The mailing log: every line of it, as far as it is known by now. */
export function JournalTab({ runId }: { runId: string }) {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const journal = useQuery({
    queryKey: ['runs', runId, 'journal'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/runs/{id}/journal', { params: { path: { id: runId } }, signal })),
  });
  if (journal.isError && !journal.data)
    return <ErrorState error={journal.error} retry={() => void journal.refetch()} />;
  if (!journal.data) return <Loading />;
  const { data } = journal;
  const open = <span className="pr-quiet">{t('journal.notYet')}</span>;
  const time = (at: string | null) => (at ? <Time at={at} as="moment" /> : open);
  const lines = [
    ['started', time(data.mailingStarted)],
    ['limit', data.limit === null ? t('journal.noLimit') : format.exact(data.limit)],
    ['source', t(`journal.sources.${data.audienceSource}`)],
    ['databaseId', data.databaseId],
    ['cursor', data.cursorMillis === null ? open : t('journal.millis', { number: format.exact(data.cursorMillis) })],
    ['received', format.exact(data.figures.received)],
    ['found', format.exact(data.figures.found)],
    ['duplicates', format.exact(data.figures.duplicates)],
    ['recipients', format.exact(data.figures.recipients)],
    ['delivered', format.exact(data.figures.delivered)],
    ['finished', time(data.mailingFinished)],
    ['total', data.totalSeconds === null ? open : t('journal.seconds', { number: format.exact(data.totalSeconds) })],
    ['atRest', time(data.atRest)],
  ] as const;
  return (
    <div className={classes.stack}>
      <Card>
        <dl className={classes.pairs}>
          {lines.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{t(`journal.${name}`)}</dt>
              <dd className="pr-numbers">{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Equations journal={data} />
    </div>
  );
}
