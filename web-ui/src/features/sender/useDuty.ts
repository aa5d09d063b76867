import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast, toastProblem } from '@/components';
import { api, ask } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';
import type { Sender } from './draft';

interface Order {
  sender: Sender;
  command: 'pause' | 'drain' | 'resume';
}

const SAID = { pause: 'page.pausedNow', drain: 'page.drainingNow', resume: 'page.resumed' } as const;

/** Pauses or drains a sender, or lets it go on. */
export function useDuty() {
  const { t } = useTranslation('sender');
  const text = useProblemText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ sender, command }: Order) => {
      const params = { path: { id: sender.id } };
      switch (command) {
        case 'pause':
          return ask(api.POST('/api/v1/senders/{id}/pause', { params }));
        case 'drain':
          return ask(api.POST('/api/v1/senders/{id}/drain', { params }));
        case 'resume':
          return ask(api.POST('/api/v1/senders/{id}/resume', { params }));
      }
    },
    onSuccess: (now, { command }) => {
      toast(t(SAID[command], { name: now.name }));
      return queries.invalidateQueries({ queryKey: ['senders'] });
    },
    onError: (problem, { command }) => {
      // A dialog says itself what is wrong.
      if (command !== 'drain') toastProblem(t('page.failed'), text.error(problem));
    },
  });
}
