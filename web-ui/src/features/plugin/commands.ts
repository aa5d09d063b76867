import { IconPuzzle } from '@tabler/icons-react';
import type { Command } from '@/lib/screens';

export const commands: Command[] = [
  { kind: 'action', label: 'plugin:list.title', icon: IconPuzzle, path: '/plugins', permission: 'plugins:read' },
];
