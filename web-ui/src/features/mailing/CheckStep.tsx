import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconDeviceMobileMessage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Figure, KpiRow, Time } from '@/components';
import type { Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import type { StepName } from './MailingWizard';
import classes from './mailing.module.css';
import { CHOICES } from './choices';

interface CheckStepProps {
  mailing: Schema<'Mailing'>;
  audience: Schema<'MailingAudience'> | undefined;
  go: (step: StepName) => void;
  test: () => void;
}

interface Line {
  step: StepName;
  label: string;
  state: 'good' | 'missing' | 'remark';
  what: React.ReactNode;
}

const PICTURES = {
  good: <IconCircleCheck size={20} color="var(--pr-green-t)" aria-hidden />,
  missing: <IconCircleDashed size={20} color="var(--pr-red-t)" aria-hidden />,
  remark: <IconAlertTriangle size={20} color="var(--pr-amber-t)" aria-hidden />,
};

function useNameOf(noun: keyof typeof CHOICES, id: string | null): string {
  const found = useQuery({
    queryKey: [noun, 'picked', id],
    queryFn: ({ signal }) => CHOICES[noun].read(id ?? '', signal),
    enabled: id !== null,
  });
  return found.data?.name ?? '';
}

function useLines(mailing: Schema<'Mailing'>, audience: Schema<'MailingAudience'> | undefined): Line[] {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const resource = useNameOf('resources', mailing.resourceId);
  const sender = useNameOf('senders', mailing.senderId);
  const virtual = useNameOf('virtualSenders', mailing.virtualSenderId);
  const template = useNameOf('templates', mailing.templateId);
  const database = useNameOf('databases', mailing.databaseId);
  const line = (step: StepName, label: string, id: string | null, what: string): Line => ({
    step,
    label,
    state: id ? 'good' : 'missing',
    what: id ? what : t('check.missing'),
  });
  const lines = [
    line('basics', t('wizard.resource'), mailing.resourceId, resource),
    mailing.virtualSenderId
      ? line('basics', t('wizard.virtualSender'), mailing.virtualSenderId, virtual)
      : line('basics', t('wizard.sender'), mailing.senderId, sender),
    line('audience', t('wizard.database'), mailing.databaseId, database),
    line('message', t('wizard.template'), mailing.templateId, template),
    {
      step: 'schedule' as const,
      label: t('wizard.when'),
      state: 'good' as const,
      what: mailing.sendAt ? <Time at={mailing.sendAt} as="moment" /> : t('check.atOnce'),
    },
  ];
  const parts = audience?.parts;
  const remark = (n: number, key: string): Line[] =>
    n > 0
      ? [
          {
            step: 'message',
            label: t('check.texts'),
            state: 'remark',
            what: t(key, { count: n, number: format.exact(n) }),
          },
        ]
      : [];
  return [
    ...lines,
    ...(audience?.recipients === 0
      ? [{ step: 'audience' as const, label: t('wizard.database'), state: 'missing' as const, what: t('check.nobody') }]
      : []),
    ...(parts
      ? [
          ...remark(parts.notRenderable, 'check.notRenderable'),
          ...remark(parts.notGsm, 'check.notGsm'),
          ...remark(parts.tooLong, 'check.tooLong'),
        ]
      : []),
    ...(parts && parts.ucs2 > 0 ? remark(parts.ucs2, 'check.ucs2') : []),
  ];
}

/** The last look: what is chosen, what is missing, what it comes to. */
export function CheckStep({ mailing, audience, go, test }: CheckStepProps) {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const lines = useLines(mailing, audience);
  const forecast = audience?.forecast;
  return (
    <div className={classes.stack}>
      <ul className={classes.checks}>
        {lines.map((line, i) => (
          <li key={i}>
            {PICTURES[line.state]}
            <div style={{ flex: 1 }}>
              <div>{line.label}</div>
              <div className="pr-quiet pr-small pr-long">{line.what}</div>
            </div>
            <Button
              variant="subtle"
              size="xs"
              onClick={() => go(line.step)}
              aria-label={t('check.changeWhat', { what: line.label })}
            >
              {t('check.change')}
            </Button>
          </li>
        ))}
      </ul>
      {audience?.parts && (
        <KpiRow>
          <Figure
            label={t('figure.parts')}
            value={format.count(audience.parts.total)}
            note={t(audience.parts.exact ? 'check.exact' : 'check.sampled', {
              number: format.count(audience.parts.sampled),
            })}
          />
          {audience.parts.cost && (
            <Figure
              label={t('check.cost')}
              value={format.costs(audience.parts.cost.amounts) || t('check.allUnpriced')}
              note={t('check.unpriced', {
                count: audience.parts.cost.unpriced,
                number: format.count(audience.parts.cost.unpriced),
              })}
            />
          )}
          <Figure label={t('check.longest')} value={audience.parts.longest} />
          {forecast && (
            <Figure
              label={t('check.takes')}
              value={format.duration(forecast.seconds * 1000)}
              note={t('check.perSecond', { rate: format.exact(forecast.perSecond) })}
            />
          )}
        </KpiRow>
      )}
      <div>
        <Button leftSection={<IconDeviceMobileMessage size={16} aria-hidden />} onClick={test}>
          {t('actions.test')}
        </Button>
      </div>
    </div>
  );
}
