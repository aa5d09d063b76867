import type { Screen } from '@/lib/screens';

const READ = 'messages:read';

export const routes: Screen[] = [
  { path: '/replies', title: 'reply:list.title', load: () => import('./ReplyListPage'), permission: READ },
  {
    path: '/replies/words',
    title: 'reply:words.title',
    load: () => import('./WordsPage'),
    parent: '/replies',
    permission: READ,
  },
];
