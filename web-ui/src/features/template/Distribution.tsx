import { Card } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import classes from './template.module.css';

/** How many people get how many parts; known after somebody asked for the longest message. */
export function Distribution({ preview }: { preview: Schema<'Preview'> }) {
  const { t } = useTranslation('template');
  const format = useFormat();
  const rows = preview.distribution ?? [];
  const all = rows.reduce((sum, row) => sum + row.messages, 0);
  if (all === 0) return null;
  return (
    <Card component="section" aria-labelledby="template-parts">
      <h2 id="template-parts" className={classes.h2}>
        {t('parts.title', { count: all })}
      </h2>
      <table className={`${classes.parts} pr-numbers`}>
        <tbody>
          {rows.map((row) => (
            <tr key={row.parts}>
              <th scope="row">{row.parts === 0 ? t('parts.none') : t('count.parts', { count: row.parts })}</th>
              <td className={classes.bar} aria-hidden>
                <progress max={all} value={row.messages} />
              </td>
              <td>{format.exact(row.messages)}</td>
              <td className="pr-quiet">{format.share(row.messages / all)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
