import { Card } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mono, NumberTable, ViewSwitch, type View } from '@/components';
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
    <NumberTable caption={t('reason.title')}>
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
    </NumberTable>
  );
}

/** Why messages did not arrive, the most frequent reason first. */
export function Reasons({ reasons }: { reasons: Reason[] }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const [view, setView] = useState<View>('chart');
  const sum = reasons.reduce((all, reason) => all + reason.count, 0);
  const title = t('reason.why', { count: sum, number: format.count(sum) });
  return (
    <Card>
      <section className={classes.section} aria-label={title}>
        <div className={classes.cardTop}>
          <h2 className={classes.cardTitle}>{title}</h2>
          {sum > 0 && <ViewSwitch view={view} setView={setView} />}
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
