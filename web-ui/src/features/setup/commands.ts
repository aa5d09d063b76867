import { IconListCheck } from '@tabler/icons-react';
import type { Command } from '@/lib/screens';

export const commands: Command[] = [
  { kind: 'action', label: 'setup:title', icon: IconListCheck, path: '/setup', permission: 'rehearsal:write' },
];
