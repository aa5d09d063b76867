import {
  IconChartBar,
  IconHome,
  IconMessage2,
  IconSend,
  IconSettings,
  IconTestPipe,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { useMay } from '@/lib/api';
import { RAIL_GROUPS, type RailEntry, type RailGroup } from '@/lib/screens';
import { rail, screenAt, screens } from '../gathered';

const ICONS: Record<RailGroup, Icon> = {
  home: IconHome,
  audience: IconUsers,
  content: IconMessage2,
  mailings: IconSend,
  reports: IconChartBar,
  rehearsal: IconTestPipe,
  settings: IconSettings,
};

export interface Group {
  name: RailGroup;
  icon: Icon;
  path: string;
  entries: RailEntry[];
  open: boolean;
}

/** Paths from the first screen down to this one. */
function way(pathname: string): string[] {
  const found: string[] = [];
  let screen = screenAt(pathname);
  while (screen && !found.includes(screen.path)) {
    found.unshift(screen.path);
    const { parent } = screen;
    screen = parent === undefined ? undefined : screens.find((other) => other.path === parent);
  }
  return found;
}

/** The groups of the rail that this person may see, and which one is open. */
export function useGroups(): { groups: Group[]; current: RailEntry | undefined } {
  const may = useMay();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const steps = way(pathname);
  const seen = rail.filter((entry) => !entry.permission || may(entry.permission));
  const current = [...steps].reverse().flatMap((path) => seen.filter((entry) => entry.path === path))[0];
  const groups = RAIL_GROUPS.flatMap((name): Group[] => {
    const entries = seen.filter((entry) => entry.group === name);
    const first = entries[0];
    return first ? [{ name, icon: ICONS[name], path: first.path, entries, open: current?.group === name }] : [];
  });
  return { groups, current };
}

export { way };
