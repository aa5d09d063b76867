import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/lib/format/useFormat';

/** A number of things; exact on hover where it is shortened. */
export function Count({ value }: { value: number }) {
  const format = useFormat();
  const text = format.count(value);
  const exact = format.exact(value);
  return (
    <span className="pr-numbers" title={text === exact ? undefined : exact}>
      {text}
    </span>
  );
}

interface TimeProps {
  /** ISO 8601, as the server sends it. */
  at: string;
  /** near: "in 4 min", a date from a day on; time: 14:12; date: 15 June; moment: all of it. */
  as?: 'near' | 'time' | 'date' | 'moment';
  zone?: boolean;
  seconds?: boolean;
}

/** A moment in words; the full date with the zone is in the tooltip. A near one keeps itself up to date. */
export function Time({ at, as = 'near', zone = false, seconds = false }: TimeProps) {
  const format = useFormat();
  const [now, setNow] = useState(() => new Date());
  const moment = new Date(at);
  useEffect(() => {
    if (as !== 'near') return undefined;
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, [as]);
  const text = {
    near: () => format.near(moment, now),
    time: () => format.time(moment, { zone, seconds }),
    date: () => format.date(moment),
    moment: () => format.moment(moment),
  }[as]();
  return (
    <time dateTime={at} title={format.moment(moment)} className="pr-numbers pr-nowrap">
      {text}
    </time>
  );
}

/** A phone as people read it; copying its text gives E.164. */
export function Phone({ value }: { value: string }) {
  const format = useFormat();
  return (
    <span
      className="pr-numbers pr-nowrap"
      onCopy={(event) => {
        event.clipboardData.setData('text/plain', value);
        event.preventDefault();
      }}
    >
      {format.phone(value)}
    </span>
  );
}

/** Words of a protocol or of a file: mono, never grouped, never translated. */
export function Mono({ children }: { children: string }) {
  return (
    <bdi className="pr-mono" translate="no">
      {children}
    </bdi>
  );
}

/** A button that copies a text. */
export function Copy({ value }: { value: string }) {
  const { t } = useTranslation('kit');
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Tooltip label={t('copy')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('copy')} onClick={copy}>
            {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
