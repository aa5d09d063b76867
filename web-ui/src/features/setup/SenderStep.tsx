import { Alert, Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconTestPipe } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState, Pill, toast } from '@/components';
import { api, ask, useMay } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { Step } from './Step';
import classes from './setup.module.css';
import { SENDERS, SHOWN, useSenders } from './useSenders';

const REHEARSAL = ['rehearsal'];

/** How messages leave: to an operator, or to the phones of the built-in simulator. */
export function SenderStep() {
  const { t } = useTranslation('setup');
  const senders = useSenders();
  const items = senders.data?.items ?? [];
  return (
    <Step number={2} done={items.length > 0} title={t('sender.title')}>
      <p>{t('sender.why')}</p>
      {senders.isError && <ErrorState error={senders.error} retry={() => void senders.refetch()} />}
      {senders.isPending && <Skeleton height={34} />}
      {items.length > 0 && (
        <ul className={classes.there}>
          {items.slice(0, SHOWN).map((sender) => (
            <li key={sender.senderId}>
              <Link to={`/senders/${sender.senderId}`} className="pr-long">
                {sender.name}
              </Link>
              {sender.rehearsal && (
                <Pill meaning="violet" icon={IconTestPipe}>
                  {t('sender.rehearsal')}
                </Pill>
              )}
            </li>
          ))}
          {items.length > SHOWN && (
            <li>
              <Link to="/senders">{t('sender.all')}</Link>
            </li>
          )}
        </ul>
      )}
      {senders.isSuccess && <Ways simulated={items.some((sender) => sender.rehearsal)} any={items.length > 0} />}
    </Step>
  );
}

function Ways({ simulated, any }: { simulated: boolean; any: boolean }) {
  const { t } = useTranslation('setup');
  const may = useMay();
  const text = useProblemText();
  const queries = useQueryClient();
  const rehearsal = useQuery({
    queryKey: REHEARSAL,
    queryFn: ({ signal }) => ask(api.GET('/api/v1/rehearsal', { signal })),
  });
  const add = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/rehearsal/sender')),
    onSuccess: async (sender) => {
      toast(t('sender.added', { name: sender.name }), t('sender.addedWhy'));
      await Promise.all(
        [SENDERS, ['senders'], REHEARSAL, ['me']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
  });
  const can = rehearsal.data && (rehearsal.data.state !== 'absent' || rehearsal.data.canStart);
  return (
    <>
      {add.isError && (
        <Alert role="alert" color="red" icon={<IconAlertTriangle size={18} aria-hidden />}>
          {text.error(add.error)}
        </Alert>
      )}
      <div className={classes.buttons}>
        {!simulated && can && (
          <Button
            variant={any ? 'default' : 'filled'}
            leftSection={<IconTestPipe size={16} aria-hidden />}
            loading={add.isPending}
            onClick={() => add.mutate()}
          >
            {t('sender.simulator')}
          </Button>
        )}
        {may('senders:write') && (
          <Button component={Link} to="/senders/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('sender.operator')}
          </Button>
        )}
      </div>
      {!simulated && can === false && <p className="pr-quiet">{t('sender.noSimulator')}</p>}
    </>
  );
}
