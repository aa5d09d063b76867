import { ActionIcon, Card, Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/lib/format/useFormat';
import { useLanguage } from '@/lib/i18n/useLanguage';
import classes from './reply.module.css';
import { isAlways, isAmong, KINDS, stateOf, turned, withLanguage, wordsOf, type Standard } from './words';

interface LanguagesProps {
  languages: Standard[];
  ignored: string[];
  error: string | undefined;
  onChange: (ignored: string[]) => void;
}

/** Every word of a language. */
function WordBoxes({
  language,
  ignored,
  onChange,
}: { language: Standard } & Omit<LanguagesProps, 'languages' | 'error'>) {
  const { t } = useTranslation('reply');
  return (
    <div className={classes.kinds}>
      {KINDS.map((kind) => (
        <fieldset key={kind} className={classes.kind}>
          <legend>{t(`kind.${kind}`)}</legend>
          {language[kind].map(({ word, everyday }) => (
            <Checkbox
              key={word}
              label={<bdi lang={language.language}>{word}</bdi>}
              title={everyday ? t('words.everyday') : undefined}
              disabled={isAlways(word)}
              checked={!isAmong(ignored, word)}
              onChange={(event) => onChange(turned(ignored, [word], event.currentTarget.checked))}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function LanguageRow(props: LanguagesProps & { language: Standard; name: string }) {
  const { languages, language, name, ignored, onChange } = props;
  const { t } = useTranslation('reply');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const state = stateOf(languages, ignored, language);
  const words = wordsOf(language);
  const on = words.filter((word) => !isAmong(ignored, word)).length;
  const Chevron = open ? IconChevronUp : IconChevronDown;
  return (
    <li>
      <div className={classes.row}>
        <Checkbox
          label={name}
          checked={state === 'on'}
          indeterminate={state === 'some'}
          onChange={() => onChange(withLanguage(languages, ignored, language, state !== 'on'))}
        />
        <span className="pr-small pr-quiet">
          {state === 'on' ? t('words.all') : t('words.some', { on: format.exact(on), of: format.exact(words.length) })}
        </span>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('words.show', { name })}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Chevron size={16} aria-hidden />
        </ActionIcon>
      </div>
      {open && <WordBoxes language={language} ignored={ignored} onChange={onChange} />}
    </li>
  );
}

/** The words that are understood from the start, by language; each can be turned off. */
export function Languages(props: LanguagesProps) {
  const { t } = useTranslation('reply');
  const shown = useLanguage();
  const named = useMemo(() => {
    const names = new Intl.DisplayNames([shown], { type: 'language' });
    return props.languages
      .map((language) => ({ language, name: capital(names.of(language.language) ?? language.language) }))
      .sort((a, b) => a.name.localeCompare(b.name, shown));
  }, [props.languages, shown]);
  return (
    <Card component="section">
      <h2 className={classes.title}>{t('words.standard')}</h2>
      <p className={`pr-small pr-quiet ${classes.why}`}>{t('words.standardWhy')}</p>
      {props.error && (
        <p role="alert" className={classes.fault}>
          {props.error}
        </p>
      )}
      <ul className={classes.languages}>
        {named.map(({ language, name }) => (
          <LanguageRow key={language.language} {...props} language={language} name={name} />
        ))}
      </ul>
    </Card>
  );
}

function capital(name: string): string {
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}
