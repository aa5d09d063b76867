import type { RailEntry } from '@/lib/screens';

export const rail: RailEntry[] = [
  { group: 'rehearsal', path: '/rehearsal', label: 'rehearsal:title', order: 10, permission: 'rehearsal:read' },
];
