import type { Screen } from '@/lib/screens';

export const routes: Screen[] = [{ path: '/', title: 'home:title', load: () => import('./HomePage') }];
