import { Drawer, UnstyledButton } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Shell.module.css';
import { useGroups, type Group } from './useGroups';

const TABS = ['home', 'mailings', 'audience', 'reports'];
const MOST = 4;

/** The rail of a phone: the four groups that are used most, and all of them behind the fifth. */
export function TabBar() {
  const { t } = useTranslation('shell');
  const [all, setAll] = useState(false);
  const { groups, current } = useGroups();
  const first = groups.filter((group) => TABS.includes(group.name));
  const tabs = [...first, ...groups.filter((group) => !first.includes(group))].slice(0, MOST);
  const place = (group: Group) => (TABS.includes(group.name) ? TABS.indexOf(group.name) : TABS.length);
  tabs.sort((a, b) => place(a) - place(b));
  return (
    <>
      <nav className={`${classes.tabs} pr-phone-only`} aria-label={t('rail')}>
        {tabs.map((group) => {
          const Picture = group.icon;
          return (
            <Link
              key={group.name}
              to={group.path}
              data-on={group.open || undefined}
              aria-current={group.open ? 'page' : undefined}
            >
              <Picture size={20} stroke={1.75} aria-hidden />
              {t(`group.${group.name}`)}
            </Link>
          );
        })}
        <UnstyledButton onClick={() => setAll(true)} aria-haspopup="dialog">
          <IconMenu2 size={20} stroke={1.75} aria-hidden />
          {t('more')}
        </UnstyledButton>
      </nav>
      <Drawer
        opened={all}
        onClose={() => setAll(false)}
        position="bottom"
        size="auto"
        title={t('sections')}
        radius="lg"
      >
        <ul className={classes.all}>
          {groups.map((group) => (
            <li key={group.name}>
              <span className="pr-quiet pr-small">{t(`group.${group.name}`)}</span>
              <ul>
                {group.entries.map((entry) => (
                  <li key={entry.path}>
                    <Link to={entry.path} data-on={entry === current || undefined} onClick={() => setAll(false)}>
                      {t(entry.label)}
                    </Link>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Drawer>
    </>
  );
}
