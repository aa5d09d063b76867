import { ActionIcon, Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PhoneMockup, Picker } from '@/components';
import { api, ask, useMay } from '@/lib/api';
import { cut } from './alphabet';
import classes from './template.module.css';
import type { Check, Who } from './useCheck';

const PEOPLE: Who[] = ['random', 'worst', 'missing'];

/** The person whose message it is, and the way to others. */
function Person({ check, who }: { check: Check; who: string }) {
  const { t } = useTranslation('template');
  const preview = check.data?.preview;
  if (!preview) return null;
  const { sampled } = preview;
  return (
    <>
      <div className={classes.person}>
        <ActionIcon variant="default" size="lg" aria-label={t('side.previous')} onClick={() => check.turn('previous')}>
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <div className={classes.name}>
          <b className={classes.called}>
            <bdi>{who}</bdi>
          </b>
          {sampled > 1 && <span className="pr-small pr-quiet">{t('side.sampled', { count: sampled })}</span>}
        </div>
        <ActionIcon variant="default" size="lg" aria-label={t('side.next')} onClick={() => check.turn('next')}>
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
      </div>
      <Group gap={6} justify="center">
        {PEOPLE.map((one) => (
          <Button
            key={one}
            size="xs"
            radius="xl"
            aria-pressed={check.data?.who === one}
            className={classes.chip ?? ''}
            onClick={() => check.turn(one)}
          >
            {t(`side.who.${one}`)}
          </Button>
        ))}
      </Group>
    </>
  );
}

interface SideProps {
  text: string;
  /** Who gets the shown message. */
  who: string;
  check: Check;
  database: string;
  onDatabase: (id: string) => void;
}

/** A phone with the message as somebody of the chosen database gets it. */
export function Side({ text, who, check, database, onDatabase }: SideProps) {
  const { t } = useTranslation('template');
  const may = useMay()('profiles:read');
  const preview = text === '' ? undefined : check.data?.preview;
  const characters = new Set(preview?.culprits?.map((culprit) => culprit.character));
  const parts = preview?.parts ?? [];
  const bubbles = parts.map((part, i) => ({
    text: cut(part.text, characters).map((piece, at) =>
      piece.marked ? <mark key={at}>{piece.text}</mark> : piece.text,
    ),
    ...(parts.length > 1
      ? {
          note: t('side.part', {
            part: i + 1,
            parts: parts.length,
            units: part.units,
            of: preview?.unitsPerPart ?? 0,
          }),
        }
      : {}),
  }));
  return (
    <aside className={classes.side} aria-label={t('side.title')} aria-busy={check.busy}>
      {may && (
        <Picker
          label={t('side.database')}
          queryKey={['databases']}
          load={(query, signal) => ask(api.GET('/api/v1/databases', { params: { query }, signal }))}
          read={(id, signal) => ask(api.GET('/api/v1/databases/{id}', { params: { path: { id } }, signal }))}
          value={database}
          onChange={onDatabase}
        />
      )}
      <Person check={check} who={who} />
      <PhoneMockup from={t('side.from')} bubbles={bubbles} />
      <p className={`${classes.hint} pr-small pr-quiet`}>{preview ? t('side.why') : t('side.none')}</p>
    </aside>
  );
}
