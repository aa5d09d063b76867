import type { ReactNode } from 'react';
import classes from './NumberTable.module.css';

interface NumberTableProps {
  /** What the rows are, for those who do not see the page. */
  caption: string;
  /** Head, body and foot; a cell of words says `data-words`. */
  children: ReactNode;
}

/** Figures of a report, all at once: the head stays when it is scrolled. */
export function NumberTable({ caption, children }: NumberTableProps) {
  return (
    // Scrolls by itself, so that the page never scrolls sideways; whoever has no mouse scrolls it with the arrows.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <caption className="pr-hidden">{caption}</caption>
        {children}
      </table>
    </div>
  );
}
