import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import classes from './mailing.module.css';

type Why = Schema<'RunLive'>['why'];

/** Reasons that stand in a pill or a bar already. */
const SILENT = new Set(['done', 'sending', 'rendering', 'measuring']);
const BAD = new Set(['gateway-down', 'gateway-parked', 'gateway-stopped', 'sender-not-running', 'sender-broken']);
const CALM = new Set([
  'awaiting-receipts',
  'stopped',
  'mailing-limit',
  'sender-limit',
  'window-full',
  'gateway-connecting',
]);

/** Why a run is not faster, in words, and where to do something about it. */
export function WhyNote({ why, senderId }: { why: Why; senderId: string | undefined }) {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  if (SILENT.has(why.code)) return null;
  const at = why.parameters['at'];
  const words = { ...why.parameters, ...(at ? { at: format.time(new Date(at), { seconds: true }) } : {}) };
  const meaning = BAD.has(why.code) ? 'red' : CALM.has(why.code) ? undefined : 'amber';
  const bySender = /^(sender|gateway|window)/.test(why.code);
  return (
    <div className={classes.note} data-meaning={meaning} role="status">
      <span>{t(`why.${why.code}`, words)}</span>
      {bySender && senderId && (
        <Button component={Link} to={`/senders/${senderId}`} size="xs">
          {t('why.sender')}
        </Button>
      )}
    </div>
  );
}
