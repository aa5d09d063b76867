import type { ReactNode } from 'react';
import classes from './Figures.module.css';
import type { Meaning } from './StatePill';

interface FigureProps {
  label: ReactNode;
  value: ReactNode;
  /** Small beside the value, such as "of 4,240". */
  of?: ReactNode;
  /** One line under it. */
  note?: ReactNode;
}

/** One loud number with its name; old values stay, dimmed, while new ones load. */
export function Figure({ label, value, of, note }: FigureProps) {
  return (
    <div className={classes.figure}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>
        {value} {of && <small>{of}</small>}
      </dd>
      {note && <dd className={classes.note}>{note}</dd>}
    </div>
  );
}

/** Figures side by side in a card; two by two on a phone. */
export function KpiRow({ children, busy = false }: { children: ReactNode; busy?: boolean }) {
  return (
    <dl className={classes.row} data-busy={busy || undefined}>
      {children}
    </dl>
  );
}

export interface BarPart {
  key: string;
  /** What it counts, in words. */
  label: string;
  value: number;
  meaning: Exclude<Meaning, 'outlined'>;
  /** The second of two equal colours. */
  hatched?: boolean;
}

interface StackedBarProps {
  parts: BarPart[];
  /** What the whole bar is; the rest stays gray. */
  total: number;
  /** Says the bar in words, for those who do not see it. */
  label: string;
  size?: 'sm' | 'xl';
}

/** One bar of parts, parted by a gap so that neighbours never blend. */
export function StackedBar({ parts, total, label, size = 'sm' }: StackedBarProps) {
  return (
    <div className={classes.bar} data-size={size} role="img" aria-label={label}>
      {parts
        .filter((part) => part.value > 0 && total > 0)
        .map((part) => (
          <span
            key={part.key}
            className={classes.part}
            data-meaning={part.meaning}
            data-hatched={part.hatched || undefined}
            style={{ width: `${(100 * part.value) / total}%` }}
          />
        ))}
    </div>
  );
}

/** What the colours of a bar mean, with their numbers. */
export function Legend({ parts, format }: { parts: BarPart[]; format: (value: number) => string }) {
  return (
    <ul className={classes.legend}>
      {parts.map((part) => (
        <li key={part.key}>
          <span className={classes.swatch} data-meaning={part.meaning} data-hatched={part.hatched || undefined} />
          <b>{format(part.value)}</b> {part.label}
        </li>
      ))}
    </ul>
  );
}
