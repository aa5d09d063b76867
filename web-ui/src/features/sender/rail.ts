import type { RailEntry } from '@/lib/screens';

export const rail: RailEntry[] = [
  { group: 'settings', path: '/senders', label: 'sender:list.title', order: 10, permission: 'senders:read' },
];
