import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';

/** Groups of the left rail, in their order. A group without entries is not shown. */
export const RAIL_GROUPS = ['home', 'audience', 'content', 'mailings', 'reports', 'rehearsal', 'settings'] as const;
export type RailGroup = (typeof RAIL_GROUPS)[number];

/** A screen of a feature; `routes.tsx` exports a list of them as `routes`. */
export interface Screen {
  /** Such as `/senders/$id`; parameters are read by `useParam`. */
  path: string;
  /** Key of its name with the namespace, such as `sender:list.title`; a screen of one object names it by PageHeader. */
  title: string;
  /** Loads the component, the default export of its file. */
  load: () => Promise<{ default: ComponentType }>;
  /** Path of the screen one step up, for the breadcrumbs; may hold the same parameters. */
  parent?: string;
  /** Who lacks it is told so instead, such as `senders:read`. */
  permission?: string;
}

/** A line of the left rail; `rail.ts` exports a list of them as `rail`. */
export interface RailEntry {
  group: RailGroup;
  path: string;
  /** Key with the namespace, such as `sender:list.title`. */
  label: string;
  /** Where it stands in its group; the first entry's path is where the group itself leads to. */
  order: number;
  permission?: string;
}

/** What the command palette found by asking the server. */
export interface Hit {
  id: string;
  /** What people called it. */
  name: string;
  path: string;
}

/** Something that the command palette offers; `commands.ts` exports a list of them as `commands`. */
export type Command =
  | {
      kind: 'action';
      /** Key with the namespace, such as `sender:new.title`. */
      label: string;
      icon: Icon;
      path: string;
      permission?: string;
    }
  | {
      kind: 'search';
      /** What the hits are called together, such as `sender:list.title`. */
      label: string;
      icon: Icon;
      permission: string;
      search: (q: string, signal: AbortSignal) => Promise<Hit[]>;
    };
