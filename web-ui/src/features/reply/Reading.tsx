import { Card, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { KindPill } from './KindPill';
import { readingOf } from './queries';
import classes from './reply.module.css';
import type { Chosen } from './words';

const LONGEST = 2000;

/** Tries a text with the words as they stand in the form, saved or not. */
export function Reading({ words }: { words: Chosen }) {
  const { t } = useTranslation('reply');
  const problem = useProblemText();
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text, 300);
  const [by] = useDebouncedValue(words, 300);
  const reading = useQuery({ ...readingOf(typed, by), placeholderData: keepPreviousData });
  const read = text.trim() === '' || reading.isError ? undefined : reading.data;
  return (
    <Card component="section" className={classes.reading}>
      <h2 className={classes.title}>{t('try.title')}</h2>
      <Textarea
        label={t('try.text')}
        description={t('try.why')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={LONGEST}
        value={text}
        error={typed.trim() !== '' && reading.isError ? problem.error(reading.error) : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div role="status" className={classes.result} data-old={reading.isPlaceholderData || undefined}>
        {read && (
          <>
            <KindPill kind={read.kind} />
            {read.word && <span className="pr-small">{t('try.by', { word: read.word })}</span>}
            <p className="pr-small pr-quiet">{t(`try.${read.kind}`)}</p>
          </>
        )}
      </div>
    </Card>
  );
}
