import { useEffect, useRef, type ReactNode } from 'react';
import { useScreenName } from '@/lib/title';
import classes from './PageHeader.module.css';

let shownBefore = false;

interface PageHeaderProps {
  title: string;
  /** A state pill beside the title. */
  pill?: ReactNode;
  /** Who, when, how many; after the title. */
  meta?: ReactNode;
  /** Buttons; the main one last. */
  actions?: ReactNode;
  /** On a phone the actions stay at the foot of the screen, as for an object or a wizard. */
  foot?: boolean;
}

/** The head of every screen: its title, which names the window and the last step of the path and takes the focus. */
export function PageHeader({ title, pill, meta, actions, foot = false }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useScreenName(title);
  useEffect(() => {
    // The first screen keeps the focus where the browser put it; a later one is read out from its title on.
    const free =
      document.activeElement === document.body || document.activeElement?.closest('a, [role=option]') != null;
    if (shownBefore && free) heading.current?.focus({ preventScroll: true });
    shownBefore = true;
  }, []);
  return (
    <header className={classes.head}>
      <h1 ref={heading} tabIndex={-1} className={`${classes.title} pr-long`}>
        {title}
      </h1>
      {pill}
      {meta && <div className={`${classes.meta} pr-quiet`}>{meta}</div>}
      {actions && (
        <div className={classes.actions} data-foot={foot || undefined}>
          {actions}
        </div>
      )}
    </header>
  );
}
