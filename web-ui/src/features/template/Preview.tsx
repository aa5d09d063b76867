import { Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PhoneMockup, Picker } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import classes from './template.module.css';

type Who = NonNullable<Schema<'TemplateText'>['who']>;

/** What the text becomes for somebody of a database, and what is wrong with it; follows the typing. */
export function Preview({ text }: { text: string }) {
  const { t } = useTranslation('template');
  const [database, setDatabase] = useState('');
  const [asked, setAsked] = useState<{ profileId?: string; who?: Who }>({});
  const [settled] = useDebouncedValue(text, 400);
  const checked = useQuery({
    queryKey: ['templates', 'check', settled, database, asked],
    queryFn: ({ signal }) =>
      ask(
        api.POST('/api/v1/templates/check', {
          body: { text: settled, ...(database ? { databaseId: database, ...asked } : {}) },
          signal,
        }),
      ),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  const preview = checked.data?.preview;
  const turn = (who: Who) => setAsked({ who, ...(preview ? { profileId: preview.profileId } : {}) });
  return (
    <div className={classes.side}>
      <Picker
        label={t('preview.database')}
        queryKey={['databases']}
        load={(query, signal) => ask(api.GET('/api/v1/databases', { params: { query }, signal }))}
        read={(id, signal) => ask(api.GET('/api/v1/databases/{id}', { params: { path: { id } }, signal }))}
        value={database}
        onChange={(id) => {
          setDatabase(id);
          setAsked({});
        }}
      />
      {(checked.data?.problems.length ?? 0) > 0 && (
        <ul className={classes.problems} role="alert">
          {checked.data?.problems.map((problem) => (
            <li key={`${problem.line}-${problem.column}-${problem.code}`}>
              <b>{t('preview.at', { line: problem.line, column: problem.column })}</b> {problem.sentence}
            </li>
          ))}
        </ul>
      )}
      <PhoneMockup
        from={t('preview.you')}
        bubbles={(preview?.parts ?? [{ text: preview?.text ?? settled }])
          .filter((part) => part.text !== '')
          .map((part) => ({ text: part.text }))}
        parts
      />
      {preview && (
        <>
          <span className="pr-numbers" role="status">
            {t('preview.units', {
              encoding: preview.encoding === 'ucs2' ? 'UCS-2' : 'GSM-7',
              units: preview.units ?? 0,
              of: preview.unitsPerPart ?? 0,
              count: preview.parts?.length ?? 0,
            })}
          </span>
          <Group gap="xs" justify="center">
            <Button size="xs" onClick={() => turn('previous')}>
              {t('preview.previous')}
            </Button>
            <Button size="xs" onClick={() => turn('next')}>
              {t('preview.next')}
            </Button>
            <Button size="xs" onClick={() => turn('worst')}>
              {t('preview.worst')}
            </Button>
          </Group>
        </>
      )}
    </div>
  );
}
