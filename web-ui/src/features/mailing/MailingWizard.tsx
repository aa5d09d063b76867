import { Button, Card, Stepper } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmCard, PageHeader, ProblemForm, StatePill, toast, useProblemForm } from '@/components';
import { api, ask, ifMatch, type Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { useQueryWords } from '@/lib/navigation';
import { TYPED_FROM } from './ActivateDialog';
import { CheckStep } from './CheckStep';
import { bodyOf, draftOf, NEW, type Draft } from './draft';
import { audienceLines } from './lines';
import classes from './mailing.module.css';
import { audienceOf, useRehearsal } from './queries';
import { AudienceStep, BasicsStep, MessageStep, ScheduleStep } from './steps';
import { TestDialog } from './TestDialog';
import { Waterfall } from './Waterfall';

export const STEPS = ['basics', 'audience', 'message', 'schedule', 'check'] as const;
export type StepName = (typeof STEPS)[number];
const BODIES = { basics: BasicsStep, audience: AudienceStep, message: MessageStep, schedule: ScheduleStep };

/** Each step is saved when it is left, in whatever direction. */
function useDraft(mailing: Schema<'Mailing'> | undefined) {
  const { t } = useTranslation('mailing');
  const queries = useQueryClient();
  const [saved, setSaved] = useState(mailing);
  const form = useProblemForm<Draft>({
    initial: mailing ? draftOf(mailing) : NEW,
    version: mailing?.version ?? 0,
    draft: `mailing.${mailing?.id ?? 'new'}`,
    validate: {
      name: (value) => (value.trim() ? null : t('wizard.nameMissing')),
      sendAt: (value, values) => (values.when === 'at' && !value ? t('wizard.sendAtMissing') : null),
    },
    save: async (draft, { version, key }) => {
      const body = bodyOf(draft);
      const answer = saved
        ? await ask(
            api.PATCH('/api/v1/mailings/{id}', {
              params: { path: { id: saved.id }, header: ifMatch(version) },
              body,
            }),
          )
        : await ask(api.POST('/api/v1/mailings', { params: { header: { 'Idempotency-Key': key } }, body }));
      setSaved(answer);
      queries.setQueryData(['mailings', answer.id], answer);
      await queries.invalidateQueries({ queryKey: ['mailings', answer.id, 'audience'] });
      return answer;
    },
    ...(mailing
      ? {
          reload: async () => {
            const now = await ask(api.GET('/api/v1/mailings/{id}', { params: { path: { id: mailing.id } } }));
            setSaved(now);
            return { values: draftOf(now), version: now.version };
          },
        }
      : {}),
  });
  return { form, saved };
}

function Side({ mailing, confirming }: { mailing: Schema<'Mailing'>; confirming: boolean }) {
  const { t } = useTranslation('mailing');
  const format = useFormat();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const audience = useQuery(audienceOf(mailing.id));
  const rehearsal = useRehearsal(mailing);
  const count = audience.data?.recipients ?? 0;
  const parts = audience.data?.parts;
  const ready = audience.data?.missing.length === 0 && count > 0;
  const send = async () => {
    await ask(api.POST('/api/v1/mailings/{id}/activate', { params: { path: { id: mailing.id } } }));
    await queries.invalidateQueries({ queryKey: ['mailings'] });
    toast(t('done.activate', { name: mailing.name }));
    await navigate({ to: `/mailings/${mailing.id}` });
  };
  return (
    <aside className={classes.side} aria-label={t('waterfall.title')}>
      {audience.data?.received != null && (
        <Waterfall lines={audienceLines(audience.data, t)} stale={audience.isFetching} />
      )}
      {audience.data && audience.data.received == null && <Card>{t('wizard.chooseFirst')}</Card>}
      {confirming && ready && (
        <Card>
          <ConfirmCard
            title={t('send.title', { count, number: format.exact(count) })}
            action={
              mailing.sendAt
                ? t('send.plan', { count, number: format.exact(count) })
                : t('send.action', { count, number: format.exact(count) })
            }
            {...(count >= TYPED_FROM ? { typeNumber: count } : {})}
            onConfirm={send}
          >
            <p className="pr-small">
              {parts ? t('send.parts', { count: parts.total, number: format.exact(parts.total) }) : t('send.noParts')}{' '}
              {t(rehearsal ? 'send.rehearsal' : 'send.real')}
            </p>
          </ConfirmCard>
        </Card>
      )}
    </aside>
  );
}

/** Five steps to a mailing. Every step is saved when it is left; the numbers stand on the right all the time. */
export function MailingWizard({ mailing }: { mailing?: Schema<'Mailing'> }) {
  const { t } = useTranslation('mailing');
  const navigate = useNavigate();
  const [words, setWords] = useQueryWords();
  const [testing, setTesting] = useState(false);
  const { form, saved } = useDraft(mailing);
  const step: StepName = (mailing && STEPS.find((one) => one === words['step'])) || 'basics';
  const index = STEPS.indexOf(step);
  const audience = useQuery({ ...audienceOf(saved?.id ?? ''), enabled: saved !== undefined });
  const go = async (next: StepName | undefined) => {
    if ((form.dirty || !saved) && !(await form.submit())) return;
    if (next) return setWords({ step: next }, { replace: false });
    return void navigate({ to: '/mailings' });
  };
  const first = async () => {
    const made = await form.submit();
    return made;
  };
  const Body = step === 'check' ? undefined : BODIES[step];
  const onNext = () => void (mailing ? go(STEPS[index + 1]) : first());
  if (!mailing && saved) {
    void navigate({ to: `/mailings/${saved.id}/edit`, search: { step: 'audience' } as never, replace: true });
    return null;
  }
  return (
    <>
      <PageHeader
        title={saved?.name ?? t('wizard.title')}
        pill={<StatePill kind="mailing" state="draft" />}
        meta={saved && !form.dirty ? t('wizard.saved') : undefined}
      />
      <Stepper
        active={index}
        onStepClick={(at) => void (mailing && go(STEPS[at]))}
        size="sm"
        mb="lg"
        aria-label={t('wizard.steps')}
      >
        {STEPS.map((one) => (
          <Stepper.Step key={one} label={t(`wizard.step.${one}`)} allowStepSelect={mailing !== undefined} />
        ))}
      </Stepper>
      <div className={classes.grid}>
        <Card>
          <ProblemForm form={form}>
            {Body && <Body form={form.form} />}
            {!Body && saved && (
              <CheckStep
                mailing={saved}
                audience={audience.data}
                go={(next) => void go(next)}
                test={() => setTesting(true)}
              />
            )}
            <div className={classes.footer}>
              <Button disabled={index === 0} onClick={() => void go(STEPS[index - 1])}>
                {t('wizard.back')}
              </Button>
              {step === 'check' ? (
                <Button onClick={() => void go(undefined)}>{t('wizard.later')}</Button>
              ) : (
                <Button variant="filled" loading={form.busy} onClick={onNext}>
                  {t('wizard.next')}
                </Button>
              )}
            </div>
          </ProblemForm>
        </Card>
        {saved && <Side mailing={saved} confirming={step === 'check'} />}
      </div>
      {testing && saved && <TestDialog mailing={saved} close={() => setTesting(false)} />}
    </>
  );
}
