import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast, toastProblem } from '@/components';
import { api, ask } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';
import type { Sender } from './draft';

/** Pauses a sender, or lets a paused one go on. */
export function usePause() {
  const { t } = useTranslation('sender');
  const text = useProblemText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sender: Sender) => {
      const params = { path: { id: sender.id } };
      return sender.paused
        ? ask(api.POST('/api/v1/senders/{id}/resume', { params }))
        : ask(api.POST('/api/v1/senders/{id}/pause', { params }));
    },
    onSuccess: (now) => {
      toast(t(now.paused ? 'page.pausedNow' : 'page.resumed', { name: now.name }));
      return queries.invalidateQueries({ queryKey: ['senders'] });
    },
    onError: (problem) => toastProblem(t('page.failed'), text.error(problem)),
  });
}
