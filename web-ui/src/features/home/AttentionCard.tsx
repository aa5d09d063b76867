import { Card } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockExclamation,
  IconHelpCircle,
  IconPlayerPause,
  IconPlugConnected,
  IconPlugX,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Time } from '@/components';
import { useMay } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { attention, type Attention } from './attention';
import classes from './HomePage.module.css';
import { useImports, useMailings, usePlugins, useSenders } from './useHome';

const ICONS: Record<Attention['kind'], Icon> = {
  'sender-down': IconPlugConnected,
  'sender-slow': IconAlertTriangle,
  'sender-paused': IconPlayerPause,
  plugin: IconPlugX,
  'mailing-paused': IconPlayerPause,
  overdue: IconClockExclamation,
  'in-doubt': IconHelpCircle,
  'import-failed': IconAlertTriangle,
  'import-rejected': IconAlertTriangle,
};
const SHOWN = 6;

/** What a person should look at, each with the way there. */
export function AttentionCard() {
  const { t } = useTranslation('home');
  const senders = useSenders();
  const mailings = useMailings();
  const imports = useImports();
  const plugins = usePlugins(useMay()('plugins:read'));
  if (senders.isPending || mailings.isPending || imports.isPending) return null;
  const happenings = {
    senders: senders.data?.items ?? [],
    plugins: plugins.data?.items ?? [],
    mailings: mailings.data ?? [],
    jobs: imports.data?.items ?? [],
  };
  const all = attention(happenings, Math.max(senders.dataUpdatedAt, mailings.dataUpdatedAt, imports.dataUpdatedAt));
  return (
    <Card padding={0}>
      <div className={classes.head}>
        <h2>{t('attention.title')}</h2>
      </div>
      {all.length === 0 && (
        <p className={classes.fine}>
          <IconCircleCheck size={18} stroke={1.75} aria-hidden />
          {t('attention.none')}
        </p>
      )}
      <ul className={classes.list}>
        {all.slice(0, SHOWN).map((one) => (
          <li key={one.id} className={classes.attention}>
            <Line one={one} />
          </li>
        ))}
      </ul>
      {all.length > SHOWN && <p className={classes.fine}>{t('attention.more', { count: all.length - SHOWN })}</p>}
    </Card>
  );
}

function Line({ one }: { one: Attention }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const Picture = ICONS[one.kind];
  const count = one.count ?? 0;
  return (
    <>
      <Picture size={18} stroke={1.75} aria-hidden className={one.grave ? classes.red : classes.amber} />
      <span className={classes.name}>
        <span>{t(`attention.${one.kind}`, { count, number: format.count(count) })}</span>
        <span className="pr-small pr-quiet">
          {one.name && <bdi className={classes.short}>{one.name}</bdi>}
          {one.at && <Time at={one.at} />}
        </span>
      </span>
      <Link to={one.path} {...({ search: one.search } as object)} className={classes.see}>
        {t(`attention.see.${one.kind}`)}
        <span className="pr-hidden">: {one.name}</span>
      </Link>
    </>
  );
}
