import { Button, Card, Skeleton } from '@mantine/core';
import { IconPlugConnected, IconTestPipe } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Pill, senderState, StatePill } from '@/components';
import { useMay } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import classes from './HomePage.module.css';
import { useSenders, type Sender } from './useHome';

const SHOWN = 6;
const ORDER = ['down', 'slowed', 'draining', 'healthy', 'paused', 'idle'];

/** Who is not well comes first. */
function pressing(senders: Sender[]): Sender[] {
  return [...senders].sort((a, b) => ORDER.indexOf(a.health.level) - ORDER.indexOf(b.health.level)).slice(0, SHOWN);
}

/** How the senders are, and why where they are not well. */
export function SendersCard() {
  const { t } = useTranslation('home');
  const may = useMay();
  const senders = useSenders();
  const shown = pressing(senders.data?.items ?? []);
  return (
    <Card padding={0} component="section" aria-label={t('senders.title')}>
      <div className={classes.head}>
        <h2>{t('senders.title')}</h2>
        {shown.length > 0 && <Link to="/senders">{t('senders.all')}</Link>}
      </div>
      {senders.isPending && <Skeleton height={88} m="md" width="auto" />}
      {senders.isError && <ErrorState error={senders.error} retry={() => void senders.refetch()} />}
      {senders.isSuccess && shown.length === 0 && (
        <EmptyState
          icon={IconPlugConnected}
          title={t('senders.none')}
          action={
            may('rehearsal:write') && (
              <Button component={Link} to="/setup">
                {t('senders.first')}
              </Button>
            )
          }
        >
          {t('senders.noneWhy')}
        </EmptyState>
      )}
      <ul className={classes.list}>
        {shown.map((sender) => (
          <li key={sender.senderId} className={classes.sender}>
            <Line sender={sender} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Line({ sender }: { sender: Sender }) {
  const { t } = useTranslation('home');
  return (
    <>
      <span className={classes.name}>
        <Link to={`/senders/${sender.senderId}`}>
          <bdi className={classes.short} title={sender.name}>
            {sender.name}
          </bdi>
        </Link>
        <span className="pr-small pr-quiet">
          {t(`senders.health.${sender.health.code}`)}
          <Pace sender={sender} />
        </span>
      </span>
      <span className={classes.pills}>
        {sender.rehearsal && (
          <Pill meaning="violet" icon={IconTestPipe}>
            {t('senders.rehearsal')}
          </Pill>
        )}
        <StatePill kind="sender" state={senderState(sender)} />
      </span>
    </>
  );
}

function Pace({ sender }: { sender: Sender }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const rounded = (value: number) => format.exact(Math.round(value * 10) / 10);
  const pace = sender.messagesPerSecond ?? 0;
  const limit = sender.allowedMessagesPerSecond;
  if (pace <= 0) return null;
  const words = limit
    ? t('senders.paceOf', { pace: rounded(pace), limit: rounded(limit) })
    : t('senders.pace', { pace: rounded(pace) });
  return <span className="pr-numbers pr-nowrap"> · {words}</span>;
}
