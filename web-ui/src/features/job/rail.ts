import type { RailEntry } from '@/lib/screens';

export const rail: RailEntry[] = [
  { group: 'audience', path: '/jobs', label: 'job:list.title', order: 30, permission: 'jobs:read' },
];
