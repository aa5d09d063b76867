import { Button, Card, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState, Figure, KpiRow, Loading, useReportRead } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import classes from './mailing.module.css';

/** What the run has come to: delivery, clicks, links. */
export function ReportTab({ run }: { run: Schema<'RunPageOfNow'> }) {
  const runId = run.id;
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const report = useQuery({
    queryKey: ['runs', runId, 'report'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/runs/{id}/report', { params: { path: { id: runId } }, signal })),
  });
  useReportRead(report.data?.sent);
  if (report.isError && !report.data) return <ErrorState error={report.error} retry={() => void report.refetch()} />;
  if (!report.data) return <Loading />;
  const { data } = report;
  const share = (value: number | null) => (value === null ? '–' : format.share(value));
  const trials = run.kind === 'test' || run.rehearsal ? { trials: 'yes' } : {};
  return (
    <div className={classes.stack}>
      {run.mailingId && (
        <Button
          w="fit-content"
          component={Link}
          to="/reports"
          {...({ search: { mailing: run.mailingId, ...trials } } as object)}
        >
          {t('report.channel')}
        </Button>
      )}
      <KpiRow>
        <Figure
          label={t('report.sent')}
          value={format.count(data.sent)}
          note={t('report.ofRecipients', { number: format.count(data.recipients) })}
        />
        <Figure label={t('outcome.delivered')} value={format.count(data.delivered)} note={share(data.deliveryRate)} />
        <Figure label={t('outcome.undelivered')} value={format.count(data.undelivered)} />
        <Figure label={t('outcome.expired')} value={format.count(data.expired)} />
        <Figure label={t('outcome.refused')} value={format.count(data.refused)} />
        <Figure label={t('figure.parts')} value={format.count(data.parts)} />
        {data.cost.length > 0 && <Figure label={t('figure.cost')} value={format.costs(data.cost)} />}
        <Figure label={t('figure.clicked')} value={format.count(data.uniqueClicks)} note={share(data.ctr)} />
      </KpiRow>
      {data.links.length > 0 && (
        <Card>
          <h2 className={classes.cardTitle}>{t('report.links')}</h2>
          <Table mt="sm">
            <caption className="pr-hidden">{t('report.links')}</caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('report.link')}</Table.Th>
                <Table.Th ta="right">{t('figure.clicked')}</Table.Th>
                <Table.Th ta="right">{t('report.clicks')}</Table.Th>
                <Table.Th ta="right">{t('report.robots')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.links.map((link) => (
                <Table.Tr key={link.number}>
                  <Table.Td className="pr-long">{link.url ?? t('report.personal')}</Table.Td>
                  <Table.Td className="pr-numbers" ta="right">
                    {format.count(link.uniqueClicks)}
                  </Table.Td>
                  <Table.Td className="pr-numbers" ta="right">
                    {format.count(link.clicks)}
                  </Table.Td>
                  <Table.Td className="pr-numbers" ta="right">
                    {format.count(link.robots)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Card>
      )}
    </div>
  );
}
