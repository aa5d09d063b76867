import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './PhoneMockup.module.css';

interface Bubble {
  text: ReactNode;
  /** The person's own message, on the right. */
  own?: boolean;
  /** A line over the bubble, such as its time. */
  note?: string;
}

interface PhoneMockupProps {
  /** Whom the phone shows as the sender. */
  from: string;
  bubbles: Bubble[];
  /** Words under each bubble, such as "part 1 of 2"; made from their number without it. */
  parts?: boolean;
}

/** How a message looks on a phone; light in both themes. A bubble a part. */
export function PhoneMockup({ from, bubbles, parts = false }: PhoneMockupProps) {
  const { t } = useTranslation('kit');
  return (
    <div className={classes.phone} role="group" aria-label={t('phone.preview')}>
      <div className={classes.screen}>
        <div className={classes.who}>
          <span className={classes.face} aria-hidden>
            {from.slice(0, 1)}
          </span>
          {from}
        </div>
        <div className={classes.talk}>
          {bubbles.map((bubble, i) => (
            <div key={i} className={classes.message} data-own={bubble.own || undefined}>
              {bubble.note && <span className={classes.note}>{bubble.note}</span>}
              <p className={classes.bubble}>{bubble.text}</p>
              {parts && bubbles.length > 1 && (
                <span className={classes.note}>{t('phone.part', { part: i + 1, parts: bubbles.length })}</span>
              )}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
