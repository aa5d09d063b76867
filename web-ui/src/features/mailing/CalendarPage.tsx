import { ActionIcon, Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState, PageHeader, StatePill } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format/useFormat';
import { useQueryWords } from '@/lib/navigation';
import classes from './mailing.module.css';
import { daysOf, monthOf, monthWord, sameDay } from './month';

type Item = Schema<'Calendar'>['items'][number];

function Entry({ item, long = false }: { item: Item; long?: boolean }) {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const time = format.time(new Date(item.at));
  return (
    <Link
      to={`/mailings/${item.mailingId}`}
      search={(item.runId ? { run: item.runId } : {}) as never}
      className={classes.entry}
      data-state={item.state}
      data-planned={item.planned || undefined}
      title={`${time} ${item.name} · ${t(`kit:state.mailing.${item.state}`)}`}
    >
      {time} <bdi>{item.name}</bdi>
      {long && <StatePill kind="mailing" state={item.state} />}
    </Link>
  );
}

function Month({ days, month, items }: { days: Date[]; month: Date; items: Item[] }) {
  const { i18n } = useTranslation();
  const today = new Date();
  const name = new Intl.DateTimeFormat(i18n.language, { weekday: 'short' });
  return (
    <div className={classes.month}>
      {days.slice(0, 7).map((day) => (
        <div key={day.getDay()} className={classes.weekday}>
          {name.format(day)}
        </div>
      ))}
      {days.map((day) => (
        <div
          key={day.toISOString()}
          className={classes.day}
          data-other={day.getMonth() !== month.getMonth() || undefined}
          data-today={sameDay(day, today) || undefined}
        >
          <time className={classes.dayNumber} dateTime={day.toISOString().slice(0, 10)}>
            {day.getDate()}
          </time>
          {items
            .filter((item) => sameDay(new Date(item.at), day))
            .map((item) => (
              <Entry key={item.runId ?? item.mailingId} item={item} />
            ))}
        </div>
      ))}
    </div>
  );
}

function Agenda({ days, items }: { days: Date[]; items: Item[] }) {
  const format = useFormat();
  const busy = days.filter((day) => items.some((item) => sameDay(new Date(item.at), day)));
  return (
    <div className={classes.agenda}>
      {busy.map((day) => (
        <section key={day.toISOString()} className={classes.stack}>
          <h2 className={classes.cardTitle}>{format.date(day)}</h2>
          {items
            .filter((item) => sameDay(new Date(item.at), day))
            .map((item) => (
              <Entry key={item.runId ?? item.mailingId} item={item} long />
            ))}
        </section>
      ))}
    </div>
  );
}

/** Planned mailings and past runs of a month; a list on a phone. */
export default function CalendarPage() {
  const { t, i18n } = useTranslation('mailing');
  const [words, setWords] = useQueryWords();
  const month = monthOf(words['month'], new Date());
  const days = daysOf(month.getFullYear(), month.getMonth());
  const from = days[0] ?? month;
  const to = new Date(from.getFullYear(), from.getMonth(), from.getDate() + days.length);
  useEvents('runs', [['calendar']]);
  const calendar = useQuery({
    queryKey: ['calendar', from.toISOString()],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/v1/calendar', {
          params: { query: { from: from.toISOString(), to: to.toISOString() } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const turn = (by: number) => {
    setWords({ month: monthWord(new Date(month.getFullYear(), month.getMonth() + by, 1)) });
  };
  const title = new Intl.DateTimeFormat(i18n.language, { month: 'long', year: 'numeric' }).format(month);
  const items = calendar.data?.items ?? [];
  return (
    <>
      <PageHeader
        title={t('calendar.title')}
        meta={<span aria-live="polite">{title}</span>}
        actions={
          <Group gap="xs">
            <ActionIcon size="lg" variant="default" aria-label={t('calendar.before')} onClick={() => turn(-1)}>
              <IconChevronLeft size={18} aria-hidden />
            </ActionIcon>
            <Button onClick={() => setWords({ month: undefined })}>{t('calendar.today')}</Button>
            <ActionIcon size="lg" variant="default" aria-label={t('calendar.after')} onClick={() => turn(1)}>
              <IconChevronRight size={18} aria-hidden />
            </ActionIcon>
          </Group>
        }
      />
      {calendar.isError && <ErrorState error={calendar.error} retry={() => void calendar.refetch()} />}
      {calendar.data?.truncated && <p role="status">{t('calendar.truncated')}</p>}
      <Month days={days} month={month} items={items} />
      <Agenda days={days} items={items} />
      {calendar.data && items.length === 0 && (
        <p className="pr-quiet" role="status">
          {t('calendar.empty')}
        </p>
      )}
    </>
  );
}
