import { Card } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconClockOff,
  IconHelpCircle,
  IconPlayerPause,
  IconPlugConnected,
  IconPuzzle,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, Time } from '@/components';
import { useSession } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { attention, isRed, type Attention, type AttentionKind } from './attention';
import classes from './HomePage.module.css';
import { useImports, useMailings, usePlugins, useSenders } from './useHome';

const ICONS: Record<AttentionKind, Icon> = {
  'sender-down': IconPlugConnected,
  'sender-slow': IconAlertTriangle,
  'sender-paused': IconPlayerPause,
  'mailing-paused': IconPlayerPause,
  'mailing-refused': IconBan,
  'mailing-missed': IconClockOff,
  'in-doubt': IconHelpCircle,
  'import-failed': IconCircleX,
  'import-rejected': IconAlertTriangle,
  'plugin-down': IconPuzzle,
};
const SHOWN = 6;

/** What a person should look at, each with the way to the remedy. */
export function AttentionCard() {
  const { t } = useTranslation('home');
  const { me } = useSession();
  const senders = useSenders();
  const mailings = useMailings();
  const imports = useImports();
  const plugins = usePlugins();
  const [open, setOpen] = useState(false);
  const asked = [senders, imports, plugins];
  const error = mailings.error ?? asked.find((one) => one.isError)?.error;
  const retry = () => {
    mailings.retry();
    asked.filter((one) => one.isError).forEach((one) => void one.refetch());
  };
  const known = mailings.items && asked.every((one) => one.data);
  const all = attention(
    {
      senders: senders.data?.items ?? [],
      mailings: mailings.items ?? [],
      imports: imports.data?.items ?? [],
      plugins: plugins.data?.items ?? [],
      live: me?.environment === 'live',
    },
    mailings.at,
  );
  if (!known && !error) return null;
  return (
    <Card padding={0} component="section" aria-label={t('attention.title')}>
      <div className={classes.head}>
        <h2>{t('attention.title')}</h2>
      </div>
      {error && <ErrorState error={error} retry={retry} />}
      {known && all.length === 0 && (
        <p className={classes.fine}>
          <IconCircleCheck size={18} stroke={1.75} aria-hidden />
          {t('attention.none')}
        </p>
      )}
      <ul className={classes.list}>
        {all.slice(0, open ? undefined : SHOWN).map((one) => (
          <li key={one.id} className={classes.attention}>
            <Line one={one} />
          </li>
        ))}
      </ul>
      {all.length > SHOWN && !open && (
        <button type="button" className={classes.more} onClick={() => setOpen(true)}>
          {t('attention.more', { count: all.length - SHOWN })}
        </button>
      )}
    </Card>
  );
}

function Line({ one }: { one: Attention }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { kind, count = 0, name, at, path, search } = one;
  const Picture = ICONS[kind];
  return (
    <>
      <Picture size={18} stroke={1.75} aria-hidden className={isRed(kind) ? classes.red : classes.amber} />
      <span className={classes.name}>
        <Link to={path} {...(search ? ({ search } as object) : {})}>
          {t(`attention.${kind}`, { count, number: format.count(count) })}
        </Link>
        <span className="pr-small pr-quiet">
          <bdi className={classes.short} title={name}>
            {name}
          </bdi>
          {at && (
            <>
              {name && ' · '}
              <Time at={at} />
            </>
          )}
        </span>
      </span>
    </>
  );
}
