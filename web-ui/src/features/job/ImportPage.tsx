import { Alert, Button, Card, Checkbox, Select } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader, Picker } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { useQueryWords } from '@/lib/navigation';
import { Drop } from './Drop';
import { STANDARD } from './fields';
import classes from './job.module.css';
import { Mapping, PhoneExamples } from './LookCards';
import { guessed, orderOf, type Look, type Plan } from './plan';

const MATCHED_BY_PHONE = 'by-phone';

function upload(file: File): Promise<Schema<'Upload'>> {
  return ask(
    api.POST('/api/v1/uploads', {
      params: { query: { fileName: file.name } },
      body: file as never,
      bodySerializer: (body: unknown) => body as File,
      headers: { 'Content-Type': 'application/octet-stream' },
    }),
  );
}

function detect(id: string, databaseId: string, phoneColumn: string): Promise<Look> {
  const body = { ...(databaseId ? { databaseId } : {}), ...(phoneColumn ? { phoneColumn } : {}) };
  return ask(api.POST('/api/v1/uploads/{id}/detect', { params: { path: { id } }, body }));
}

function useDatabase(id: string) {
  return useQuery({
    queryKey: ['databases', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/databases/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });
}

function Choices({
  plan,
  set,
  columns,
  keys,
}: {
  plan: Plan;
  set: (part: Partial<Plan>) => void;
  columns: string[];
  keys: Schema<'ProfileField'>[];
}) {
  const { t } = useTranslation('job');
  return (
    <Card>
      <h2 className={classes.title}>{t('import.how')}</h2>
      <div className={classes.fields}>
        <Select
          label={t('import.match')}
          description={t('import.matchWhy')}
          allowDeselect={false}
          data={[
            { value: MATCHED_BY_PHONE, label: t('import.byPhone') },
            ...keys.map((field) => ({ value: field.name, label: field.label || field.name })),
          ]}
          value={plan.matchField || MATCHED_BY_PHONE}
          onChange={(next) => set({ matchField: next && next !== MATCHED_BY_PHONE ? next : '' })}
        />
        <Picker
          label={t('import.resource')}
          description={t('import.resourceWhy')}
          clearable
          queryKey={['resources']}
          load={(query, signal) => ask(api.GET('/api/v1/resources', { params: { query }, signal }))}
          read={(id, signal) => ask(api.GET('/api/v1/resources/{id}', { params: { path: { id } }, signal }))}
          value={plan.resourceId}
          onChange={(resourceId) => set({ resourceId })}
        />
        <Select
          label={t('import.phoneColumn')}
          searchable
          allowDeselect={false}
          data={columns}
          value={plan.phoneColumn || null}
          onChange={(next) => set({ phoneColumn: next ?? '' })}
        />
        <Checkbox
          label={t('import.rejectInvalid')}
          checked={plan.rejectInvalid}
          onChange={(event) => set({ rejectInvalid: event.currentTarget.checked })}
        />
      </div>
    </Card>
  );
}

/** A table becomes profiles: the file, what is in it, where it goes, go. */
export default function ImportPage() {
  const { t } = useTranslation('job');
  const text = useProblemText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [words] = useQueryWords();
  const [file, setFile] = useState<Schema<'Upload'>>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [plan, setPlan] = useState<Plan>({
    databaseId: words['database'] ?? '',
    columns: {},
    matchField: '',
    resourceId: '',
    phoneColumn: '',
    rejectInvalid: false,
  });
  const set = (part: Partial<Plan>) => setPlan((before) => ({ ...before, ...part }));
  const database = useDatabase(plan.databaseId);
  const look = useQuery({
    queryKey: ['uploads', file?.id, plan.databaseId, plan.phoneColumn],
    queryFn: () => detect(file?.id ?? '', plan.databaseId, plan.phoneColumn),
    enabled: file !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const attempt = (work: Promise<unknown>) => {
    setBusy(true);
    setProblem(undefined);
    work.catch(setProblem).finally(() => setBusy(false));
  };
  const take = async (chosen: File) => {
    const made = await upload(chosen);
    const seen = await detect(made.id, plan.databaseId, '');
    setFile(made);
    set({ columns: guessed(seen), phoneColumn: seen.phones?.column ?? '' });
  };
  const begin = async () => {
    if (!file || !look.data) return;
    const job = await ask(api.POST('/api/v1/imports', { body: orderOf(plan, file.id, look.data) }));
    await queries.invalidateQueries({ queryKey: ['jobs'] });
    await navigate({ to: `/jobs/${job.id}` });
  };
  const own = database.data?.fields ?? [];
  const fields = [
    ...own.map((field) => ({ value: field.name, label: field.label || field.name })),
    ...STANDARD.map((name) => ({ value: name, label: t(`standard.${name}`) })),
  ];
  const shown = problem ?? look.error;
  return (
    <>
      <PageHeader title={t('import.title')} meta={file?.fileName} />
      <div className={classes.stack}>
        {shown != null && (
          <Alert role="alert" color="red" icon={<IconAlertTriangle size={18} aria-hidden />}>
            {text.error(shown)}
          </Alert>
        )}
        <Card>
          <div className={classes.fields}>
            <Picker
              label={t('import.database')}
              queryKey={['databases']}
              load={(query, signal) => ask(api.GET('/api/v1/databases', { params: { query }, signal }))}
              read={(id, signal) => ask(api.GET('/api/v1/databases/{id}', { params: { path: { id } }, signal }))}
              value={plan.databaseId}
              onChange={(databaseId) => set({ databaseId, matchField: '' })}
            />
          </div>
        </Card>
        {!file && <Drop busy={busy} onFile={(chosen) => attempt(take(chosen))} />}
        {look.data && (
          <>
            <Mapping
              look={look.data}
              columns={plan.columns}
              fields={fields}
              onChange={(column, field) => set({ columns: { ...plan.columns, [column]: field } })}
            />
            <Choices plan={plan} set={set} columns={look.data.columns} keys={own.filter((field) => field.key)} />
            {look.data.phones && <PhoneExamples phones={look.data.phones} />}
            <div className={classes.foot}>
              <Button onClick={() => setFile(undefined)}>{t('import.other')}</Button>
              <Button variant="filled" loading={busy} disabled={!plan.databaseId} onClick={() => attempt(begin())}>
                {t('import.begin')}
              </Button>
            </div>
          </>
        )}
      </div>
    </>
  );
}
