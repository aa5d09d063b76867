import type { RailEntry } from '@/lib/screens';

export const rail: RailEntry[] = [
  { group: 'reports', path: '/reports', label: 'report:title', order: 10, permission: 'mailings:read' },
];
