import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components';
import { useMay } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { AttentionCard } from './AttentionCard';
import { Checklist } from './Checklist';
import classes from './HomePage.module.css';
import { MailingsCard } from './MailingsCard';
import { SendersCard } from './SendersCard';
import { Today } from './Today';
import { useChecklist } from './useChecklist';
import { useHomeEvents, useMailings, useSenders } from './useHome';

/** Is it all right, how much went out today, what runs now, and what a newcomer does next. */
export default function HomePage() {
  const { t } = useTranslation('home');
  const format = useFormat();
  const may = useMay();
  const mailings = useMailings();
  const senders = useSenders();
  const checklist = useChecklist();
  useHomeEvents();
  const nothing = mailings.items?.length === 0 && senders.data?.items.length === 0;
  const ran = mailings.items?.some((mailing) => mailing.lastRun) ?? false;
  // Cards without anything in them would only keep a newcomer from the first step.
  const welcome = nothing && checklist.steps !== undefined;
  const create = (
    <Button
      variant={checklist.steps ? 'default' : 'filled'}
      component={Link}
      to="/mailings/new"
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={format.date(new Date())}
        actions={may('mailings:write') && !welcome && create}
      />
      {welcome ? (
        <Checklist {...checklist} welcome />
      ) : (
        <>
          {ran && <Today />}
          <div className={classes.columns}>
            <div className={classes.column}>
              <MailingsCard />
              <SendersCard />
            </div>
            <div className={classes.column}>
              <Checklist {...checklist} />
              <AttentionCard />
            </div>
          </div>
        </>
      )}
    </>
  );
}
