import { Button, Card, Switch, TagsInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemForm, toast, useProblemForm } from '@/components';
import { api, ask, ifMatch, useMay } from '@/lib/api';
import { Languages } from './Languages';
import { WORDS } from './queries';
import { Reading } from './Reading';
import classes from './reply.module.css';
import { chosenOf, errorOf, KINDS, type Chosen, type Words } from './words';

const MOST = 200;
const LONGEST = 60;

function useWordsForm(words: Words) {
  const { t } = useTranslation('reply');
  const queries = useQueryClient();
  return useProblemForm<Chosen>({
    initial: chosenOf(words),
    version: words.version,
    draft: 'reply-words',
    save: async (chosen, { version }) => {
      const saved = await ask(api.PUT('/api/v1/reply-words', { params: { header: ifMatch(version) }, body: chosen }));
      queries.setQueryData(WORDS.queryKey, saved);
      toast(t('words.saved'));
      return saved;
    },
    reload: async () => {
      const now = await ask(api.GET('/api/v1/reply-words'));
      return { values: chosenOf(now), version: now.version };
    },
  });
}

/** One's own words, the standard ones, and how a reply would be read by them. */
export function WordsForm({ words }: { words: Words }) {
  const { t } = useTranslation('reply');
  const may = useMay()('messages:write');
  const problem = useWordsForm(words);
  const { form } = problem;
  const chosen = form.getValues();
  const labels = {
    firstWord: t('words.firstWord'),
    stop: t('words.stop'),
    start: t('words.start'),
    help: t('words.help'),
    ignored: t('words.ignored'),
  };
  const change = <K extends keyof Chosen>(field: K, value: Chosen[K]) => {
    // An error of a word may be about another list too.
    form.clearErrors();
    form.setFieldValue(field, value as never);
  };
  return (
    <div className={classes.page}>
      <ProblemForm form={problem} labels={labels} className={classes.side}>
        <fieldset disabled={!may} className={classes.form}>
          <Card component="section">
            <h2 className={classes.title}>{t('words.own')}</h2>
            <p className={`pr-small pr-quiet ${classes.why}`}>{t('words.ownWhy')}</p>
            <div className={classes.stack}>
              {KINDS.map((kind) => (
                <TagsInput
                  key={kind}
                  label={labels[kind]}
                  description={t(`words.${kind}Why`)}
                  placeholder={chosen[kind].length === 0 ? t('words.type') : ''}
                  maxTags={MOST}
                  maxLength={LONGEST}
                  splitChars={[',', ';']}
                  disabled={!may}
                  value={chosen[kind]}
                  error={errorOf(form.errors, kind)}
                  onChange={(list) => change(kind, list)}
                />
              ))}
            </div>
          </Card>
          <Card component="section">
            <h2 className={classes.title}>{t('words.how')}</h2>
            <Switch
              label={labels.firstWord}
              description={t('words.firstWordWhy')}
              checked={chosen.firstWord}
              onChange={(event) => change('firstWord', event.currentTarget.checked)}
            />
          </Card>
          <Languages
            languages={words.languages}
            ignored={chosen.ignored}
            error={errorOf(form.errors, 'ignored')}
            onChange={(ignored) => change('ignored', ignored)}
          />
        </fieldset>
        {may && (
          <div className={classes.buttons}>
            <Button type="submit" variant="filled" loading={problem.busy} disabled={!problem.dirty}>
              {t('words.save')}
            </Button>
          </div>
        )}
      </ProblemForm>
      <Reading words={chosen} />
    </div>
  );
}
