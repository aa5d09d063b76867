import { Card } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberTable } from '@/components';
import { useFormat } from '@/lib/format/useFormat';
import type { Report } from './figures';
import classes from './report.module.css';

/** What people opened. */
export function Links({ report }: { report: Report }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const { links, totals } = report;
  const share = (people: number) => (totals.delivered > 0 ? format.share(people / totals.delivered) : '–');
  return (
    <Card>
      <section className={classes.section} aria-label={t('links.title')}>
        <div className={classes.cardTop}>
          <h2 className={classes.cardTitle}>
            {t('links.title')}{' '}
            {totals.robots > 0 && (
              <small>{t('links.robots', { count: totals.robots, number: format.count(totals.robots) })}</small>
            )}
          </h2>
        </div>
        {links.length === 0 ? (
          <p className="pr-quiet">{t('links.none')}</p>
        ) : (
          <NumberTable caption={t('links.title')}>
            <thead>
              <tr>
                <th scope="col">{t('links.link')}</th>
                <th scope="col">{t('links.people')}</th>
                <th scope="col">{t('links.share')}</th>
                <th scope="col">{t('links.clicks')}</th>
                <th scope="col">{t('links.byRobots')}</th>
              </tr>
            </thead>
            <tbody>
              {links.map((link) => (
                <tr key={link.url ?? ''}>
                  <th scope="row">
                    <bdi>{link.url ?? t('links.personal')}</bdi>
                  </th>
                  <td>
                    <b>{format.count(link.uniqueClicks)}</b>
                  </td>
                  <td>{share(link.uniqueClicks)}</td>
                  <td>{format.count(link.clicks)}</td>
                  <td>{format.count(link.robots)}</td>
                </tr>
              ))}
            </tbody>
          </NumberTable>
        )}
      </section>
    </Card>
  );
}
