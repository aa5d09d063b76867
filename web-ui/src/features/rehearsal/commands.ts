import { IconTestPipe } from '@tabler/icons-react';
import type { Command } from '@/lib/screens';

export const commands: Command[] = [
  { kind: 'action', label: 'rehearsal:title', icon: IconTestPipe, path: '/rehearsal', permission: 'rehearsal:read' },
];
