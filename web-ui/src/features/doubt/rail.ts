import type { RailEntry } from '@/lib/screens';

export const rail: RailEntry[] = [
  { group: 'mailings', path: '/doubts', label: 'doubt:title', order: 30, permission: 'messages:read' },
];
