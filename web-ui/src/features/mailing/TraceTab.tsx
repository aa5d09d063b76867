import { Button, Card, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, Phone, StatePill, Time } from '@/components';
import { api, ask } from '@/lib/api';
import classes from './mailing.module.css';

/** What became of one phone in this run. */
export function TraceTab({ runId }: { runId: string }) {
  const { t } = useTranslation('mailing');
  const [typed, setTyped] = useState('');
  const [phone, setPhone] = useState('');
  const found = useQuery({
    queryKey: ['runs', runId, 'trace', phone],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/messages', { params: { query: { q: phone, runId, limit: 20 } }, signal })),
    enabled: phone !== '',
  });
  const items = found.data?.items ?? [];
  const leftOut = found.data?.leftOut.filter((one) => one.runId === runId) ?? [];
  return (
    <Card>
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault();
          setPhone(typed.trim());
        }}
      >
        <TextInput
          label={t('trace.phone')}
          description={t('trace.how')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          maxLength={40}
          inputMode="tel"
        />
        <div>
          <Button type="submit">{t('trace.find')}</Button>
        </div>
      </form>
      {found.isError && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data && items.length + leftOut.length === 0 && <p role="status">{t('trace.nobody')}</p>}
      <ul className={classes.checks}>
        {items.map((message) => (
          <li key={message.id}>
            <Link to={`/messages/${message.id}`}>
              <Phone value={`+${message.contact}`} />
            </Link>
            <Time at={message.createdAt} />
            <StatePill kind="message" state={message.state} />
          </li>
        ))}
        {leftOut.map((one) => (
          <li key={`${one.subscriptionId}-${one.reason}`}>
            <Phone value={`+${one.contact}`} />
            <span>{t(`reason.${one.reason}`)}</span>
            <StatePill kind="message" state="excluded" />
          </li>
        ))}
      </ul>
    </Card>
  );
}
