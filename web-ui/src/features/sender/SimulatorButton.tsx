import { Button } from '@mantine/core';
import { IconTestPipe } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { toast, toastProblem } from '@/components';
import { api, ask, useMay } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';

/** Makes the sender that leads to the built-in simulator, in one click; not there when there is one, or can be none. */
export function SimulatorButton() {
  const { t } = useTranslation('sender');
  const may = useMay();
  const text = useProblemText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const rehearsal = useQuery({
    queryKey: ['rehearsal', 'state'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/rehearsal', { signal })),
    enabled: may('rehearsal:read'),
  });
  const make = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/rehearsal/sender')),
    onSuccess: async (sender) => {
      toast(t('simulator.made'));
      await navigate({ to: `/senders/${sender.id}`, ignoreBlocker: true });
      void queries.invalidateQueries({ queryKey: ['rehearsal'] });
      void queries.invalidateQueries({ queryKey: ['senders'] });
    },
    onError: (problem) => toastProblem(t('page.failed'), text.error(problem)),
  });
  const now = rehearsal.data;
  const possible = now && !now.senderId && (now.canStart || now.state === 'up');
  if (!may('rehearsal:write') || !possible) return null;
  return (
    <Button leftSection={<IconTestPipe size={16} aria-hidden />} loading={make.isPending} onClick={() => make.mutate()}>
      {t('simulator.use')}
    </Button>
  );
}
