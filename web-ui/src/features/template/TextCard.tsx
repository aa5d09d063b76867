import { Button, Card } from '@mantine/core';
import { IconCode, IconUser } from '@tabler/icons-react';
import { useCallback, useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { Counter } from './Counter';
import classes from './template.module.css';
import { TextEditor, type EditorHandle } from './TextEditor';
import type { Check } from './useCheck';
import { useFields } from './useFields';

interface TextCardProps {
  text: string;
  onText: (text: string) => void;
  error: React.ReactNode;
  readOnly: boolean;
  database: string;
  check: Check;
  /** Who gets the shown message. */
  who: string;
  editor: RefObject<EditorHandle | null>;
}

/** The editor with its buttons above and its counter below. */
export function TextCard({ text, onText, error, readOnly, database, check, who, editor }: TextCardProps) {
  const { t, i18n } = useTranslation('template');
  const { sentence } = useProblemText();
  const fields = useFields(database);
  const explain = useCallback(
    (word: string) => (i18n.exists(`template:word.${word}`) ? t(`word.${word}`) : ''),
    [t, i18n],
  );
  const found = check.current ? check.data?.problems : undefined;
  const blank = text === '';
  const problems = useMemo(
    () =>
      blank ? [] : found?.map((place) => ({ place, sentence: sentence({ code: place.code, detail: place.sentence }) })),
    // The translation is the same as long as the language is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [found, blank, i18n.language],
  );
  return (
    <div>
      <Card padding={0} className={classes.editor ?? ''} data-error={error ? true : undefined}>
        <div className={classes.tools}>
          {!readOnly && (
            <>
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                leftSection={<IconUser size={16} aria-hidden />}
                onClick={() => editor.current?.insertField()}
              >
                {t('editor.field')}
              </Button>
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                leftSection={<IconCode size={16} aria-hidden />}
                onClick={() => editor.current?.insertCondition()}
              >
                {t('editor.condition')}
              </Button>
            </>
          )}
          <span className={`${classes.what} pr-small pr-quiet`} aria-hidden>
            {t('form.sms')}
          </span>
        </div>
        <TextEditor
          ref={editor}
          value={text}
          onChange={onText}
          label={t('form.sms')}
          describedBy="template-text-why"
          invalid={Boolean(error)}
          readOnly={readOnly}
          path="texts.sms"
          fields={fields}
          explain={explain}
          problems={problems}
        />
        <Counter who={who} preview={text === '' ? undefined : check.data?.preview} length={text.length} />
      </Card>
      <p id="template-text-why" className={`${classes.why} pr-small`}>
        {error ? (
          <span className={classes.wrong} role="alert">
            {error}
          </span>
        ) : (
          <span className="pr-quiet">{t('form.smsWhy')}</span>
        )}
      </p>
    </div>
  );
}
