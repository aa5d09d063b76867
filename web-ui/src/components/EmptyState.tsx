import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  icon: Icon;
  /** What is missing. */
  title: string;
  /** What it is for; one line. */
  children?: ReactNode;
  /** One button. */
  action?: ReactNode;
  /** One link, or a request number. */
  link?: ReactNode;
  /** Rank of the title: a whole page is 1, a card in a page is 2. */
  order?: 1 | 2;
}

/** What stands where there is nothing yet. */
export function EmptyState({ icon: Picture, title, children, action, link, order = 2 }: EmptyStateProps) {
  const Title = order === 1 ? 'h1' : 'h2';
  return (
    <div className={classes.empty}>
      <Picture size={28} stroke={1.5} aria-hidden />
      <Title className={classes.title} tabIndex={order === 1 ? -1 : undefined}>
        {title}
      </Title>
      {children && <p className={classes.why}>{children}</p>}
      {action}
      {link && <div className="pr-small">{link}</div>}
    </div>
  );
}
