import type { RailEntry } from '@/lib/screens';

export const rail: RailEntry[] = [
  { group: 'audience', path: '/resources', label: 'resource:list.title', order: 20, permission: 'resources:read' },
];
