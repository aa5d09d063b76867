import { IconReportAnalytics } from '@tabler/icons-react';
import type { Command } from '@/lib/screens';

export const commands: Command[] = [
  { kind: 'action', label: 'report:open', icon: IconReportAnalytics, path: '/reports', permission: 'mailings:read' },
];
