import { Card, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState, Phone, PhoneMockup } from '@/components';
import { useMay } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { Facts } from './Facts';
import { Journal } from './Journal';
import { linked } from './linked';
import { phoneOf, type Message } from './queries';
import classes from './rehearsal.module.css';
import { onPhone } from './states';

interface OnePhoneProps {
  phone: string;
  /** Id of the message that is looked at; the newest without one. */
  chosen: string;
}

/** One phone with what came to it, and the facts of one message. */
export function OnePhone({ phone, chosen }: OnePhoneProps) {
  const { t } = useTranslation('rehearsal');
  const format = useFormat();
  const may = useMay()('messages:read');
  const found = useQuery(phoneOf(phone));
  if (found.isError && !found.data) {
    return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  }
  if (!found.data) return <Skeleton height={400} radius="md" className={classes.wide} />;
  const { items } = found.data;
  const shown = items.filter(onPhone).reverse();
  const message = items.find((one) => one.id === chosen) ?? items[0];
  const note = (one: Message) => {
    const at = format.time(new Date(one.endedAt ?? one.submittedAt), { seconds: true });
    const joined = t('phone.joined', { count: one.parts, number: format.exact(one.parts) });
    return one.parts > 1 ? `${at}, ${joined}` : at;
  };
  return (
    <>
      <div className={classes.phone}>
        <PhoneMockup
          from={shown[shown.length - 1]?.from ?? message?.from ?? ''}
          bubbles={shown.map((one) => ({ text: linked(one.text), note: note(one) }))}
        />
        <p className="pr-small pr-quiet">
          {shown.length === 0 && <>{t('phone.nothing')} </>}
          {t('phone.of')} <Phone value={`+${phone}`} />
        </p>
      </div>
      <div className={classes.facts}>
        {message && <Facts message={message} />}
        {may && <Journal phone={phone} />}
        {!message && <Card>{t('phone.gone')}</Card>}
      </div>
    </>
  );
}
