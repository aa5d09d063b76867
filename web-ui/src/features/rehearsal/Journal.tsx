import { Card } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StatePill, Time } from '@/components';
import { useEvents } from '@/lib/events';
import { journalOf } from './queries';
import classes from './rehearsal.module.css';

/** What Postrider itself knows of the phone's messages, each leading to all its steps. */
export function Journal({ phone }: { phone: string }) {
  const { t } = useTranslation('rehearsal');
  const query = journalOf(phone);
  useEvents('runs', [query.queryKey]);
  const { data } = useQuery(query);
  if (!data || data.items.length === 0) return null;
  return (
    <Card component="section">
      <h2 className={classes.title}>{t('journal.title')}</h2>
      <ul className={classes.journal}>
        {data.items.map((message) => (
          <li key={message.id}>
            <Link to={`/messages/${message.id}`} className="pr-long">
              {message.mailing ?? (message.mailingId ? t('journal.mailingGone') : t('journal.test'))}
            </Link>
            <span className="pr-small pr-quiet">
              <Time at={message.createdAt} />
            </span>
            <StatePill kind="message" state={message.state} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
