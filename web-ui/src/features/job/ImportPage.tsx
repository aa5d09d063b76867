import { Alert, Button, Stepper } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading, PageHeader } from '@/components';
import { api, ask } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { useQueryWords } from '@/lib/navigation';
import { CheckStep } from './CheckStep';
import { ColumnsStep } from './ColumnsStep';
import { FileStep } from './FileStep';
import classes from './job.module.css';
import { mappingOf, orderOf } from './plan';
import { useDatabase, useLook } from './queries';
import { FileCard, PhoneCard } from './SideCards';
import { SubscribeStep } from './SubscribeStep';
import { useImport } from './useImport';
import { useUpload } from './useUpload';

const STEPS = ['file', 'columns', 'subscribe', 'check'] as const;

/** A table becomes profiles: the file, which column is what, who is subscribed, go. */
export default function ImportPage() {
  const { t } = useTranslation('job');
  const text = useProblemText();
  const format = useFormat();
  const [words, setWords] = useQueryWords();
  const draft = useImport(words['database'] ?? '');
  const { plan, set, upload } = draft;
  const sending = useUpload(draft.setUpload);
  const database = useDatabase(plan.databaseId);
  const look = useLook(upload, plan);
  const start = useStart(draft);
  const ready = look.data && database.data ? { look: look.data, database: database.data } : undefined;
  // Whoever comes to a later step without a file, by the address or after a day, begins with the file.
  const wanted = STEPS.find((one) => one === words['step']) ?? 'file';
  const step = upload && plan.databaseId ? wanted : 'file';
  const index = STEPS.indexOf(step);
  const go = (at: number) => {
    setWords({ step: STEPS[at] }, { replace: false });
    window.scrollTo(0, 0);
  };
  const mapping = ready ? mappingOf(ready.look, plan, ready.database.fields) : {};
  const taken = Object.values(mapping).some(Boolean);
  const noRows = look.data?.rowCountExact === true && look.data.rowCount === 0;
  const problem = sending.problem ?? start.problem ?? look.error ?? database.error;
  const shared = { plan, mapping, set };
  const body = () => {
    if (step === 'file') return <FileStep draft={draft} upload={sending} look={look.data} />;
    if (!ready || !upload) return problem ? null : <Loading />;
    if (step === 'columns') return <ColumnsStep {...ready} {...shared} onChange={(columns) => set({ columns })} />;
    if (step === 'subscribe') return <SubscribeStep {...shared} database={ready.database} />;
    return <CheckStep {...ready} {...shared} fileName={upload.fileName} />;
  };
  return (
    <>
      <PageHeader title={t('import.title')} meta={database.data && t('import.into', { name: database.data.name })} />
      <Stepper active={index} onStepClick={go} size="sm" mb="lg" aria-label={t('import.steps')}>
        {STEPS.map((one, at) => (
          <Stepper.Step
            key={one}
            label={t(`import.step.${one}`)}
            allowStepSelect={at === 0 || (ready && taken) === true}
          />
        ))}
      </Stepper>
      {problem != null && (
        <Alert mb="md" role="alert" color="red" icon={<IconAlertTriangle size={18} aria-hidden />}>
          {text.error(problem)}
        </Alert>
      )}
      {noRows && (
        <Alert mb="md" role="alert" color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />}>
          {t('import.noRows')}
        </Alert>
      )}
      <div className={classes.grid} aria-busy={look.isFetching}>
        <div className={classes.stack}>
          {body()}
          <div className={classes.foot}>
            <Button disabled={index === 0} onClick={() => go(index - 1)}>
              {t('import.back')}
            </Button>
            {index > 0 && !taken && ready && <span className="pr-small">{t('import.nothingTaken')}</span>}
            {step === 'check' ? (
              <Button
                variant="filled"
                loading={start.busy}
                disabled={!ready || noRows || !taken || look.isFetching}
                onClick={() => ready && start.begin(orderOf(plan, upload?.id ?? '', ready.look, ready.database.fields))}
              >
                {t(look.data?.rowCountExact ? 'import.begin' : 'import.beginAbout', {
                  count: look.data?.rowCount ?? 0,
                  rows: format.count(look.data?.rowCount ?? 0),
                })}
              </Button>
            ) : (
              <Button
                variant="filled"
                disabled={!ready || noRows || look.isError || (index > 0 && !taken)}
                onClick={() => go(index + 1)}
              >
                {t('import.next')}
              </Button>
            )}
          </div>
        </div>
        {upload && ready && (
          <aside className={classes.stack} aria-label={t('import.aside')}>
            {step !== 'file' && (
              <PhoneCard {...ready} plan={plan} set={set} ofDatabase={ready.database.defaultCountry} />
            )}
            <FileCard {...ready} plan={plan} set={set} bytes={upload.bytes} />
          </aside>
        )}
      </div>
    </>
  );
}

/** Starts it once, however often it is asked to, and goes to what becomes of it. */
function useStart(draft: ReturnType<typeof useImport>) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const begin = (body: ReturnType<typeof orderOf>) => {
    setBusy(true);
    setProblem(undefined);
    ask(api.POST('/api/v1/imports', { params: { header: { 'Idempotency-Key': draft.key() } }, body }))
      .then(async (job) => {
        draft.done();
        void queries.invalidateQueries({ queryKey: ['jobs'] });
        await navigate({ to: `/jobs/${job.id}` });
      })
      .catch(setProblem)
      .finally(() => setBusy(false));
  };
  return { busy, problem, begin };
}
