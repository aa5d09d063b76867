import { Button, Card } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemForm, toast, useProblemForm } from '@/components';
import { api, ask, ifMatch, useMay } from '@/lib/api';
import { changesOf, draftOf, nameOf, type Draft, type Field, type Profile } from './person';
import { PersonFields } from './PersonFields';
import classes from './profile.module.css';

interface PersonCardProps {
  profile: Profile;
  fields: Field[];
  label: (name: string) => string;
}

/** What is known of a person, to be changed on the spot. */
export function PersonCard({ profile, fields, label }: PersonCardProps) {
  const { t } = useTranslation('profile');
  const queries = useQueryClient();
  const may = useMay()('profiles:write');
  const path = { id: profile.databaseId, profileId: profile.id };
  const before = draftOf(profile.values, fields);
  const problem = useProblemForm<Draft>({
    initial: before,
    version: profile.version,
    draft: `profile.${profile.id}`,
    save: async (draft, { version }) => {
      const answer = await ask(
        api.PATCH('/api/v1/databases/{id}/profiles/{profileId}', {
          params: { path, header: ifMatch(version) },
          body: { values: changesOf(draft, before, fields) },
        }),
      );
      queries.setQueryData(['databases', profile.databaseId, 'profiles', profile.id], answer);
      await queries.invalidateQueries({ queryKey: ['databases', profile.databaseId, 'profiles'] });
      toast(t('person.saved', { name: nameOf(answer.values) || t('people.nameless', { id: answer.id }) }));
      return answer;
    },
    reload: async () => {
      const now = await ask(api.GET('/api/v1/databases/{id}/profiles/{profileId}', { params: { path } }));
      return { values: draftOf(now.values, fields), version: now.version };
    },
  });
  return (
    <Card component="section" aria-label={t('person.fields')}>
      <h2 className={classes.title}>{t('person.fields')}</h2>
      <ProblemForm form={problem}>
        <fieldset disabled={!may} className={classes.plain}>
          <PersonFields form={problem.form} fields={fields} label={label} />
        </fieldset>
        {may && (
          <div className={classes.foot}>
            <Button type="submit" variant="filled" loading={problem.busy} disabled={!problem.dirty}>
              {t('form.save')}
            </Button>
          </div>
        )}
      </ProblemForm>
    </Card>
  );
}
