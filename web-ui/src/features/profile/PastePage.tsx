import { Alert, Button, Card, Select, Table, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components';
import { api, ask, newKey, type Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { useParam } from '@/lib/navigation';
import { itemOf, MOST, rowsOf, type Row } from './paste';
import classes from './profile.module.css';
import { useDatabase, useResources } from './usePeople';

type Result = Schema<'ProfileBatchResult'>;
interface Refused {
  row: Row;
  sentence: string;
}

/** A list from the clipboard: phones, or names and phones; what could not be taken stays in the field. */
export default function PastePage() {
  const { t } = useTranslation('profile');
  const text = useProblemText();
  const format = useFormat();
  const queries = useQueryClient();
  const id = useParam('id');
  const database = useDatabase(id);
  const resources = useResources(id);
  const [list, setList] = useState('');
  const [chosen, setChosen] = useState<string | null>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [done, setDone] = useState<{ result: Result; refused: Refused[] }>();
  const key = useRef('');
  const resourceId = chosen === undefined ? (resources.data?.[0]?.id ?? '') : (chosen ?? '');
  const rows = rowsOf(list);
  const tooMany = rows.length > MOST;
  const change = (next: string) => {
    key.current = '';
    setList(next);
  };
  const add = async () => {
    const good = rows.filter((row) => row.phone !== '');
    const without = rows.filter((row) => row.phone === '').map((row) => ({ row, sentence: t('paste.noPhone') }));
    key.current ||= newKey();
    const empty: Result = { items: [], added: 0, updated: 0, skipped: 0, rejected: 0, subscribed: 0 };
    const result = good.length
      ? await ask(
          api.POST('/api/v1/databases/{id}/profiles/batch', {
            params: { path: { id }, header: { 'Idempotency-Key': key.current } },
            body: { match: 'phone', items: good.map((row) => itemOf(row, resourceId)) },
          }),
        )
      : empty;
    const refused = result.items.flatMap((item, i) => {
      const row = good[i];
      if (item.result !== 'rejected' || !row) return [];
      const parameters = { value: row.phone };
      return [{ row, sentence: text.sentence({ code: item.code ?? '', detail: item.detail ?? '', parameters }) }];
    });
    const left = [...without, ...refused].sort((a, b) => a.row.line - b.row.line);
    setDone({ result, refused: left });
    change(left.map(({ row }) => row.text).join('\n'));
    await queries.invalidateQueries({ queryKey: ['databases', id] });
  };
  const start = () => {
    setBusy(true);
    setProblem(undefined);
    add()
      .catch(setProblem)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <PageHeader title={t('paste.title')} meta={database.data?.name} />
      <div className={`${classes.stack} ${classes.narrow}`}>
        {problem !== undefined && (
          <Alert role="alert" color="red" icon={<IconAlertTriangle size={18} aria-hidden />}>
            {text.error(problem)}
          </Alert>
        )}
        {done && (
          <Alert role="status" color="green" icon={<IconCircleCheck size={18} aria-hidden />}>
            {t('paste.done', {
              added: format.exact(done.result.added),
              updated: format.exact(done.result.updated),
              subscribed: format.exact(done.result.subscribed),
            })}{' '}
            <Link to={`/databases/${id}`}>{t('paste.people')}</Link>
          </Alert>
        )}
        {done && done.refused.length > 0 && <RefusedRows refused={done.refused} />}
        <Card>
          <form
            className={classes.stack}
            onSubmit={(event) => {
              event.preventDefault();
              if (rows.length > 0 && !tooMany) start();
            }}
          >
            <Textarea
              label={t('paste.list')}
              description={t('paste.listWhy')}
              error={tooMany ? t('paste.tooMany', { number: format.exact(MOST) }) : undefined}
              autosize
              minRows={8}
              maxRows={20}
              maxLength={500_000}
              dir="auto"
              value={list}
              onChange={(event) => change(event.currentTarget.value)}
            />
            {rows.length > 0 && <AsRead rows={rows} />}
            <Select
              label={t('person.subscribeWhere')}
              clearable
              placeholder={t('person.nowhere')}
              data={(resources.data ?? []).map((resource) => ({ value: resource.id, label: resource.name }))}
              value={resourceId || null}
              onChange={(next) => {
                key.current = '';
                setChosen(next);
              }}
            />
            <div className={classes.foot}>
              <Button type="submit" variant="filled" loading={busy} disabled={rows.length === 0 || tooMany}>
                {t('paste.add', { count: rows.length, number: format.exact(rows.length) })}
              </Button>
            </div>
          </form>
        </Card>
      </div>
    </>
  );
}

const SHOWN = 3;

/** How the first lines are understood, before anything is added. */
function AsRead({ rows }: { rows: Row[] }) {
  const { t } = useTranslation('profile');
  return (
    <Table>
      <caption className={classes.asRead}>{t('paste.asRead')}</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('paste.phone')}</Table.Th>
          <Table.Th scope="col">{t('paste.firstName')}</Table.Th>
          <Table.Th scope="col">{t('paste.lastName')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.slice(0, SHOWN).map((row) => (
          <Table.Tr key={row.line}>
            <Table.Td>
              {row.phone ? <bdi className="pr-mono">{row.phone}</bdi> : <em>{t('paste.noPhoneHere')}</em>}
            </Table.Td>
            <Table.Td className="pr-long">
              <bdi>{row.firstName}</bdi>
            </Table.Td>
            <Table.Td className="pr-long">
              <bdi>{row.lastName}</bdi>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function RefusedRows({ refused }: { refused: Refused[] }) {
  const { t } = useTranslation('profile');
  return (
    <Card>
      <h2 className={classes.title}>{t('paste.refused', { count: refused.length })}</h2>
      <p className="pr-quiet pr-small">{t('paste.refusedWhy')}</p>
      <Table>
        <caption className="pr-hidden">{t('paste.refused', { count: refused.length })}</caption>
        <Table.Tbody>
          {refused.slice(0, 100).map(({ row, sentence }) => (
            <Table.Tr key={row.line}>
              <Table.Td>
                <bdi className="pr-mono pr-long">{row.text}</bdi>
              </Table.Td>
              <Table.Td className="pr-long">{sentence}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
