import { Popover, UnstyledButton } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/lib/announce';
import classes from './notice.module.css';
import { NoticeList } from './NoticeList';
import { useNotices } from './useNotices';

/** What has happened while one looked elsewhere. */
export default function Bell({ person }: { person: string }) {
  const { t } = useTranslation('notice');
  const [open, setOpen] = useState(false);
  const told = useNotices(person);
  const { unread } = told;
  // What was new when the list came up keeps its dot for as long as the list is there.
  const [since, setSince] = useState<string | null>(null);
  const said = useRef(0);
  useEffect(() => {
    if (unread > said.current) announce(t('unread', { count: unread }));
    said.current = unread;
  }, [unread, t]);
  const show = (next: boolean) => {
    if (next) setSince(told.read);
    setOpen(next);
    if (next) told.markRead();
  };
  return (
    <Popover
      opened={open}
      onChange={show}
      position="bottom-end"
      width="min(380px, calc(100vw - 32px))"
      trapFocus
      shadow="md"
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.bell}
          aria-label={unread > 0 ? t('unread', { count: unread }) : t('title')}
          title={t('title')}
          onClick={() => show(!open)}
        >
          <IconBell size={18} stroke={1.75} aria-hidden />
          {unread > 0 && <span className={classes.dot} />}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel} aria-label={t('title')}>
        <NoticeList told={told} since={since} close={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
