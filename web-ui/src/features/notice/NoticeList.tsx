import {
  IconAlertTriangle,
  IconBell,
  IconCircleCheck,
  IconCircleX,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconPlugConnected,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Time, type Meaning } from '@/components';
import { useFormat } from '@/lib/format/useFormat';
import { useProblemText } from '@/lib/i18n/useProblemText';
import classes from './notice.module.css';
import type { Notice, NoticeKind } from './notices';
import type { Notices } from './useNotices';

const LOOKS: Record<NoticeKind, [Meaning, Icon]> = {
  'mailing-started': ['accent', IconPlayerPlay],
  'mailing-paused': ['amber', IconPlayerPause],
  'mailing-finished': ['green', IconCircleCheck],
  'mailing-stopped': ['gray', IconPlayerStop],
  'import-finished': ['green', IconCircleCheck],
  'import-rejected': ['amber', IconAlertTriangle],
  'import-failed': ['red', IconCircleX],
  'import-cancelled': ['gray', IconPlayerStop],
  'sender-down': ['red', IconPlugConnected],
  'sender-back': ['green', IconCircleCheck],
};

const LONG = 80;

/** Keeps a name apart from the sentence around it, whichever way it is written; the sentence must still be seen. */
function apart(name: string): string {
  const letters = [...name];
  return `\u2068${letters.length > LONG ? `${letters.slice(0, LONG).join('').trimEnd()}…` : name}\u2069`;
}

interface NoticeListProps {
  told: Notices;
  /** What is later is new. */
  since: string | null;
  close: () => void;
}

export function NoticeList({ told, since, close }: NoticeListProps) {
  const { t } = useTranslation('notice');
  const { items, error, pending, retry } = told;
  if (error) return <ErrorState error={error} retry={retry} />;
  if (items.length === 0) {
    return (
      <EmptyState icon={IconBell} title={pending ? t('loading') : t('nothing')}>
        {!pending && t('nothingWhy')}
      </EmptyState>
    );
  }
  return (
    <>
      <h2 className={classes.title}>{t('title')}</h2>
      <ul className={classes.list}>
        {items.map((notice) => (
          <li key={notice.id}>
            <Line notice={notice} fresh={since !== null && Date.parse(notice.at) > Date.parse(since)} close={close} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Line({ notice, fresh, close }: { notice: Notice; fresh: boolean; close: () => void }) {
  const { t } = useTranslation('notice');
  const format = useFormat();
  const text = useProblemText();
  const [meaning, Picture] = LOOKS[notice.kind];
  const counts: Record<string, string | number> = Object.fromEntries(
    Object.entries(notice.counts ?? {}).flatMap(([name, value]): [string, string | number][] => [
      [name, format.count(value)],
      [`${name}Count`, value],
    ]),
  );
  return (
    <Link to={notice.path} className={classes.line} onClick={close}>
      <Picture size={18} stroke={1.75} aria-hidden className={classes.picture} data-meaning={meaning} />
      <span className={classes.words}>
        <span className={classes.sentence}>
          {t(`kind.${notice.kind}`, { ...counts, name: apart(notice.name ?? '') })}
        </span>
        {notice.problem && <span className="pr-small pr-quiet">{text.sentence(notice.problem)}</span>}
        <span className="pr-small pr-quiet">
          <Time at={notice.at} />
        </span>
      </span>
      {fresh && <span className={classes.fresh} role="img" aria-label={t('new')} />}
    </Link>
  );
}
