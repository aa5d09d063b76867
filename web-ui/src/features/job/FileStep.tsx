import { Button, Card, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading, Picker } from '@/components';
import { api, ask, useMay } from '@/lib/api';
import { Drop } from './Drop';
import classes from './job.module.css';
import { NewDatabase } from './NewDatabase';
import type { Look } from './plan';
import type { useImport } from './useImport';
import type { useUpload } from './useUpload';

interface FileStepProps {
  draft: ReturnType<typeof useImport>;
  upload: ReturnType<typeof useUpload>;
  look: Look | undefined;
}

/** Where the people go, and the file they come in. */
export function FileStep({ draft, upload, look }: FileStepProps) {
  const { t } = useTranslation('job');
  const may = useMay()('profiles:write');
  const [making, setMaking] = useState(false);
  const { plan, set, setUpload } = draft;
  return (
    <>
      <Card>
        <div className={classes.beside}>
          <Picker
            label={t('import.database')}
            description={t('import.databaseWhy')}
            queryKey={['databases']}
            load={(query, signal) => ask(api.GET('/api/v1/databases', { params: { query }, signal }))}
            read={(id, signal) => ask(api.GET('/api/v1/databases/{id}', { params: { path: { id } }, signal }))}
            value={plan.databaseId}
            onChange={(databaseId) => set({ databaseId, resourceId: '' })}
          />
          {may && <Button onClick={() => setMaking(true)}>{t('import.newDatabase')}</Button>}
        </div>
      </Card>
      {draft.upload === undefined && <Drop upload={upload} />}
      {draft.upload && (
        <Card>
          <div className={classes.between}>
            <h2 className={classes.title}>
              <bdi className="pr-long">{draft.upload.fileName}</bdi>
            </h2>
            <Button onClick={() => setUpload(undefined)}>{t('import.other')}</Button>
          </div>
          {look ? <FirstRows look={look} /> : <Loading />}
        </Card>
      )}
      {making && (
        <NewDatabase
          suggested={draft.upload?.fileName.replace(/\.[a-z0-9]+$/i, '') ?? ''}
          close={() => setMaking(false)}
          onMade={(database) => {
            set({ databaseId: database.id, resourceId: '' });
            setMaking(false);
          }}
        />
      )}
    </>
  );
}

const SHOWN = 5;

function FirstRows({ look }: { look: Look }) {
  const { t } = useTranslation('job');
  return (
    // Scrolls by itself, so that the page never scrolls sideways; whoever has no mouse scrolls it with the arrows.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} role="region" aria-label={t('import.firstRows')} tabIndex={0}>
      <Table>
        <caption className="pr-hidden">{t('import.firstRows')}</caption>
        <Table.Thead>
          <Table.Tr>
            {look.columns.map((column) => (
              <Table.Th key={column} scope="col" className={classes.nowrap} title={column}>
                <bdi>{column}</bdi>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {look.rows.slice(0, SHOWN).map((row) => (
            <Table.Tr key={row.line}>
              {look.columns.map((column, i) => (
                <Table.Td key={column} className={classes.nowrap}>
                  <bdi>{row.values[i]}</bdi>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
