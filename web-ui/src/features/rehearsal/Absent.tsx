import { Button, Card } from '@mantine/core';
import { IconPlayerPlay, IconTestPipe } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState, toastProblem } from '@/components';
import { api, ask, useMay } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { ALL, type Simulator } from './queries';

/** Instead of the phones, while no simulator answers or no sender leads to it. */
export function Absent({ simulator }: { simulator: Simulator }) {
  const { t } = useTranslation('rehearsal');
  const may = useMay()('rehearsal:write');
  const text = useProblemText();
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/rehearsal/sender')),
    onSettled: () => queries.invalidateQueries({ queryKey: ALL }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['senders'] }),
    onError: (problem) => toastProblem(t('failed'), text.error(problem)),
  });
  const possible = simulator.canStart || simulator.state === 'up';
  const busy = start.isPending || simulator.state === 'starting';
  const title = busy ? t('absent.starting') : simulator.senderId ? t('absent.silent') : t('absent.title');
  return (
    <Card>
      <EmptyState
        icon={IconTestPipe}
        title={title}
        action={
          possible &&
          may && (
            <Button
              variant="filled"
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              loading={busy}
              onClick={() => start.mutate()}
            >
              {t('absent.start')}
            </Button>
          )
        }
      >
        {possible ? t('absent.why') : t('absent.impossible', { address: simulator.web })}
      </EmptyState>
    </Card>
  );
}
