import type { RailEntry } from '@/lib/screens';

export const rail: RailEntry[] = [
  { group: 'settings', path: '/plugins', label: 'plugin:list.title', order: 80, permission: 'plugins:read' },
];
