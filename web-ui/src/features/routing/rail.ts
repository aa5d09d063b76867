import type { RailEntry } from '@/lib/screens';

export const rail: RailEntry[] = [
  { group: 'settings', path: '/virtual-senders', label: 'routing:list.title', order: 11, permission: 'senders:read' },
];
