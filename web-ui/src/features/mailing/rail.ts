import type { RailEntry } from '@/lib/screens';

export const rail: RailEntry[] = [
  { group: 'mailings', path: '/mailings', label: 'mailing:list.title', order: 10, permission: 'mailings:read' },
  { group: 'mailings', path: '/calendar', label: 'mailing:calendar.title', order: 20, permission: 'mailings:read' },
];
