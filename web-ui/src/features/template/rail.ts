import type { RailEntry } from '@/lib/screens';

export const rail: RailEntry[] = [
  { group: 'content', path: '/templates', label: 'template:list.title', order: 10, permission: 'templates:read' },
];
