import type { RailEntry } from '@/lib/screens';

export const rail: RailEntry[] = [
  { group: 'mailings', path: '/replies', label: 'reply:list.title', order: 30, permission: 'messages:read' },
];
