import { Card, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mono } from '@/components';
import { useFormat } from '@/lib/format/useFormat';
import { operatorWords } from './operatorWords';
import type { Report } from './figures';
import classes from './report.module.css';

type Reason = Report['reasons'][number];
const FIRST = 6;
const COLOURS: Record<string, string> = { undelivered: 'red', refused: 'red', expired: 'gray', 'no-receipt': 'gray' };

const keyOf = (reason: Reason) => `${reason.state} ${reason.code ?? ''}`;

function Words({ reason }: { reason: Reason }) {
  const { t } = useTranslation('report');
  const said = operatorWords(reason.detail);
  return (
    <>
      {t(`reason.${reason.state}`)}
      {reason.code ? (
        <span className="pr-quiet pr-small" title={said}>
          {' '}
          {t('reason.code')} <Mono>{reason.code}</Mono>
        </span>
      ) : (
        <span className="pr-quiet pr-small"> {t('reason.noCode')}</span>
      )}
    </>
  );
}

function Bars({ reasons }: { reasons: Reason[] }) {
  const format = useFormat();
  const most = Math.max(1, ...reasons.map((reason) => reason.count));
  return (
    <ul className={classes.reasons}>
      {reasons.map((reason) => (
        <li key={keyOf(reason)}>
          <span className="pr-long">
            <Words reason={reason} />
          </span>
          <b className="pr-numbers">{format.count(reason.count)}</b>
          <span
            className={classes.reasonBar}
            data-meaning={COLOURS[reason.state] ?? 'amber'}
            style={{ width: `${(100 * reason.count) / most}%` }}
          />
        </li>
      ))}
    </ul>
  );
}

function Numbers({ reasons }: { reasons: Reason[] }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  return (
    // Scrolls by itself, so that the page never scrolls sideways; whoever has no mouse scrolls it with the arrows.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} role="region" aria-label={t('reason.title')} tabIndex={0}>
      <table className={classes.table}>
        <caption className="pr-hidden">{t('reason.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reason.state')}</th>
            <th scope="col">{t('reason.codeHead')}</th>
            <th scope="col">{t('reason.messages')}</th>
            <th scope="col" data-words>
              {t('reason.said')}
            </th>
          </tr>
        </thead>
        <tbody>
          {reasons.map((reason) => (
            <tr key={keyOf(reason)}>
              <th scope="row">{t(`reason.${reason.state}`)}</th>
              <td>{reason.code ? <Mono>{reason.code}</Mono> : '–'}</td>
              <td>{format.exact(reason.count)}</td>
              <td data-words>{operatorWords(reason.detail) || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Why messages did not arrive, the most frequent reason first. */
export function Reasons({ reasons }: { reasons: Reason[] }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const [view, setView] = useState('chart');
  const sum = reasons.reduce((all, reason) => all + reason.count, 0);
  const title = t('reason.why', { count: sum, number: format.count(sum) });
  return (
    <Card>
      <section className={classes.section} aria-label={title}>
        <div className={classes.cardTop}>
          <h2 className={classes.cardTitle}>{title}</h2>
          {sum > 0 && (
            <SegmentedControl
              size="xs"
              aria-label={t('kit:chart.view')}
              value={view}
              onChange={setView}
              data={[
                { value: 'chart', label: t('kit:chart.chart') },
                { value: 'table', label: t('kit:chart.table') },
              ]}
            />
          )}
        </div>
        {sum === 0 && <p className="pr-quiet">{t('reason.none')}</p>}
        {sum > 0 && (view === 'chart' ? <Bars reasons={reasons.slice(0, FIRST)} /> : <Numbers reasons={reasons} />)}
        {view === 'chart' && reasons.length > FIRST && (
          <p className="pr-quiet pr-small">{t('reason.more', { count: reasons.length - FIRST })}</p>
        )}
      </section>
    </Card>
  );
}
