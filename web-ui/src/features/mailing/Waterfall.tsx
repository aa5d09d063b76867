import { Card } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/lib/format/useFormat';
import { barsOf, type WaterfallLine } from './lines';
import classes from './mailing.module.css';

/** From everybody in the source to those who get a message; each step with its number. */
export function Waterfall({ lines, stale = false }: { lines: WaterfallLine[]; stale?: boolean }) {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const bars = barsOf(lines);
  return (
    <Card aria-busy={stale}>
      <h2 className={classes.cardTitle}>{t('waterfall.title')}</h2>
      <table className={classes.waterfall}>
        <caption className="pr-hidden">{t('waterfall.caption')}</caption>
        <tbody>
          {lines.map((line, i) => (
            <tr
              key={line.key}
              data-off={line.kind === 'off' || undefined}
              data-result={line.kind === 'result' || undefined}
            >
              <th scope="row">{line.label}</th>
              <td className={classes.track} aria-hidden>
                {line.value > 0 && (
                  <span
                    data-off={line.kind === 'off' || undefined}
                    data-result={line.kind === 'result' || undefined}
                    style={{ marginInlineStart: `${bars[i]?.from}%`, width: `${bars[i]?.width}%` }}
                  />
                )}
              </td>
              <td className="pr-numbers">
                {line.kind === 'off' && line.value > 0 ? format.exact(-line.value) : format.exact(line.value)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
