import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconChecks,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconClockOff,
  IconDroplet,
  IconDropletOff,
  IconHelpCircle,
  IconMailQuestion,
  IconMessageOff,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconPlugConnected,
  IconSend,
  IconTestPipe,
  IconUserCheck,
  IconUserOff,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './StatePill.module.css';

export type Meaning = 'green' | 'red' | 'amber' | 'sky' | 'violet' | 'gray' | 'accent' | 'outlined';

/** Colour, icon and word of every state; one meaning has one colour in the whole product. */
const STATES = {
  mailing: {
    draft: ['outlined', IconPencil],
    scheduled: ['gray', IconClock],
    'needs-approval': ['amber', IconUserCheck],
    running: ['accent', IconPlayerPlay],
    paused: ['amber', IconPlayerPause],
    finished: ['green', IconCircleCheck],
    stopped: ['gray', IconPlayerStop],
  },
  message: {
    waiting: ['gray', IconCircleDashed],
    submitted: ['sky', IconSend],
    delivered: ['green', IconChecks],
    undelivered: ['red', IconCircleX],
    refused: ['red', IconBan],
    expired: ['gray', IconClockOff],
    'in-doubt': ['amber', IconHelpCircle],
    'no-receipt': ['gray', IconMailQuestion],
    excluded: ['outlined', IconUserOff],
  },
  sender: {
    healthy: ['green', IconCircleCheck],
    slow: ['amber', IconAlertTriangle],
    down: ['red', IconPlugConnected],
    connecting: ['gray', IconClock],
    paused: ['amber', IconPlayerPause],
    draining: ['sky', IconDroplet],
    drained: ['gray', IconDropletOff],
    stopped: ['gray', IconPlayerStop],
    rehearsal: ['violet', IconTestPipe],
  },
  job: {
    waiting: ['gray', IconClock],
    running: ['accent', IconPlayerPlay],
    finished: ['green', IconCircleCheck],
    failed: ['red', IconCircleX],
    cancelled: ['gray', IconPlayerStop],
  },
  subscription: {
    subscribed: ['green', IconCheck],
    unsubscribed: ['gray', IconMessageOff],
    complained: ['red', IconBan],
    hardbounced: ['red', IconCircleX],
    unconfirmed: ['gray', IconClock],
    suspended: ['amber', IconPlayerPause],
    invalid: ['red', IconCircleX],
  },
} as const satisfies Record<string, Record<string, readonly [Meaning, Icon]>>;

export type StateKind = keyof typeof STATES;
export type StateOf<Kind extends StateKind> = keyof (typeof STATES)[Kind];

interface PillProps {
  meaning: Meaning;
  icon: Icon;
  children: string;
}

/** A pill of one's own, for what has no state of the table. */
export function Pill({ meaning, icon: Picture, children }: PillProps) {
  return (
    <span className={classes.pill} data-meaning={meaning}>
      <Picture size={14} stroke={2.1} aria-hidden />
      {children}
    </span>
  );
}

/** The state of a mailing, message, sender, job or subscription: colour, icon and word. */
export function StatePill<Kind extends StateKind>({ kind, state }: { kind: Kind; state: StateOf<Kind> }) {
  const { t } = useTranslation('kit');
  const [meaning, icon] = STATES[kind][state] as readonly [Meaning, Icon];
  return (
    <Pill meaning={meaning} icon={icon}>
      {t(`state.${kind}.${String(state)}`)}
    </Pill>
  );
}

/** How a sender's health and pause read as one state. */
export function senderState(sender: {
  paused: boolean;
  drained: boolean;
  health: { level: string; code: string };
}): StateOf<'sender'> {
  const { level, code } = sender.health;
  if (sender.drained) return 'drained';
  if (sender.paused || level === 'paused') return 'paused';
  if (level === 'draining') return 'draining';
  if (level === 'slowed') return 'slow';
  if (level !== 'down') return 'healthy';
  if (code === 'connecting') return 'connecting';
  return code === 'stopped' || code === 'not-running' ? 'stopped' : 'down';
}
