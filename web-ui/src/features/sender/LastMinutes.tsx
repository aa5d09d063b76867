import { useTranslation } from 'react-i18next';
import { LineChart, Time } from '@/components';
import { useFormat } from '@/lib/format/useFormat';
import type { State } from './queries';
import classes from './sender.module.css';

type Point = NonNullable<State['history']>[number];

/** Three small lines over the same minutes: what the operator took, what it told, and what went wrong. */
export function LastMinutes({ history }: { history: Point[] }) {
  const { t } = useTranslation('sender');
  const format = useFormat();
  const rate = (value: number) => format.exact(Math.round(value * 10) / 10);
  const first = history[0];
  if (!first || history.length < 2) return <p className={`${classes.line} pr-quiet`}>{t('live.tooEarly')}</p>;
  const top = 1.1 * Math.max(0.9, ...history.flatMap(({ messages, receipts }) => [messages, receipts]));
  const lines = [
    ['messages', 'accent'],
    ['receipts', 'green'],
    ['errors', 'red'],
  ] as const;
  return (
    <div className={classes.lines}>
      {lines.map(([name, meaning]) => (
        <div key={name}>
          <span className="pr-small">{t(`live.line.${name}`)}</span>
          <LineChart
            values={history.map((point) => point[name])}
            label={t(`live.line.${name}`)}
            meaning={meaning}
            top={name === 'errors' ? 1 : top}
            format={rate}
            width={400}
            height={44}
            spark={false}
          />
        </div>
      ))}
      <p className={`${classes.ends} pr-small pr-quiet`}>
        <Time at={first.at} as="time" />
        <span>{t('live.now')}</span>
      </p>
    </div>
  );
}
