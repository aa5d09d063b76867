import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Mark } from '@/components';
import classes from './Shell.module.css';
import { useGroups, type Group } from './useGroups';

/** The left rail; it opens the sub-items of the open group only. */
export function Rail() {
  const { t } = useTranslation('shell');
  const { groups, current } = useGroups();
  const item = (group: Group) => {
    const Picture = group.icon;
    return (
      <li key={group.name}>
        <Link
          to={group.path}
          className={classes.item}
          data-on={group.open || undefined}
          aria-current={group.open && current?.path === group.path ? 'page' : undefined}
        >
          <Picture size={18} stroke={1.75} aria-hidden />
          {t(`group.${group.name}`)}
        </Link>
        {group.open && group.entries.length > 1 && (
          <ul className={classes.sub}>
            {group.entries.map((entry) => (
              <li key={entry.path}>
                <Link
                  to={entry.path}
                  data-on={entry === current || undefined}
                  aria-current={entry === current ? 'page' : undefined}
                >
                  {t(entry.label)}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </li>
    );
  };
  return (
    <nav className={classes.rail} aria-label={t('rail')}>
      <Link to="/" className={classes.brand}>
        <Mark />
        <span translate="no">{'Postrider'}</span>
      </Link>
      <ul className={classes.items}>{groups.filter((group) => group.name !== 'settings').map(item)}</ul>
      <ul className={classes.settings}>{groups.filter((group) => group.name === 'settings').map(item)}</ul>
    </nav>
  );
}
