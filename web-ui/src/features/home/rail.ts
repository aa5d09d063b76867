import type { RailEntry } from '@/lib/screens';

export const rail: RailEntry[] = [{ group: 'home', path: '/', label: 'home:title', order: 0 }];
