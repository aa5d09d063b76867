import type { RailEntry } from '@/lib/screens';

export const rail: RailEntry[] = [
  { group: 'audience', path: '/databases', label: 'profile:databases.title', order: 10, permission: 'profiles:read' },
];
