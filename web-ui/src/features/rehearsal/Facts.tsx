import { Card } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatePill, Time } from '@/components';
import { useFormat } from '@/lib/format/useFormat';
import type { Message } from './queries';
import classes from './rehearsal.module.css';
import { onPhone, stateOf } from './states';

/** What is known of one message; its text where the phone does not show it. */
export function Facts({ message }: { message: Message }) {
  const { t } = useTranslation('rehearsal');
  const format = useFormat();
  const { submittedAt, endedAt, parts, partsPresent, text } = message;
  const characters = [...text].length;
  return (
    <Card component="section">
      <div className={classes.head}>
        <h2 className={classes.title}>{t('fact.title')}</h2>
        <StatePill kind="message" state={stateOf(message.state)} />
      </div>
      {!onPhone(message) && <p className={`${classes.text} pr-long`}>{text}</p>}
      <dl className={classes.pairs}>
        <dt>{t('fact.from')}</dt>
        <dd>
          <bdi>{message.from}</bdi>
        </dd>
        <dt>{t('fact.submitted')}</dt>
        <dd>
          <Time at={submittedAt} as="time" seconds />
        </dd>
        {endedAt && (
          <>
            <dt>{t('fact.ended')}</dt>
            <dd>{format.duration(Math.max(0, Date.parse(endedAt) - Date.parse(submittedAt)))}</dd>
          </>
        )}
        <dt>{t('fact.length')}</dt>
        <dd>{t('fact.characters', { count: characters, number: format.exact(characters) })}</dd>
        <dt>{t('fact.parts')}</dt>
        <dd>
          {partsPresent < parts
            ? t('fact.partsPresent', { present: format.exact(partsPresent), parts: format.exact(parts) })
            : format.exact(parts)}
        </dd>
        <dt>{t('fact.alphabet')}</dt>
        <dd translate="no">{message.encoding}</dd>
      </dl>
    </Card>
  );
}
