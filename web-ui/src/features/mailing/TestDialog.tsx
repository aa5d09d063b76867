import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemForm, useProblemForm } from '@/components';
import { api, ask } from '@/lib/api';
import type { Acted } from './useActions';

/** Phones as people write them below each other or with commas. */
export function phonesOf(text: string): string[] {
  return text
    .split(/[\n,;]+/)
    .map((phone) => phone.trim())
    .filter(Boolean);
}

/** Sends the mailing to one's own phones; a run of its own that is in no report. */
export function TestDialog({ mailing, close }: { mailing: Acted; close: () => void }) {
  const { t } = useTranslation('mailing');
  const queries = useQueryClient();
  const [run, setRun] = useState<string>();
  const problem = useProblemForm({
    initial: { phones: '' },
    draft: `mailing.${mailing.id}.test`,
    save: async ({ phones }, { key }) => {
      const made = await ask(
        api.POST('/api/v1/mailings/{id}/test', {
          params: { path: { id: mailing.id }, header: { 'Idempotency-Key': key } },
          body: { phones: phonesOf(phones) },
        }),
      );
      setRun(made.id);
      await queries.invalidateQueries({ queryKey: ['mailings', mailing.id] });
    },
  });
  return (
    <Modal opened onClose={close} title={t('test.title', { name: mailing.name })} centered>
      {run ? (
        <>
          <Text size="sm" mb="md" role="status">
            {t('test.sent')}
          </Text>
          <Group justify="flex-end" gap="sm">
            <Button onClick={close}>{t('test.close')}</Button>
            <Button
              variant="filled"
              component={Link}
              to={`/mailings/${mailing.id}`}
              search={{ run } as never}
              onClick={close}
            >
              {t('test.follow')}
            </Button>
          </Group>
        </>
      ) : (
        <ProblemForm form={problem} free>
          <Textarea
            label={t('test.phones')}
            description={t('test.how')}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={500}
            inputMode="tel"
            data-autofocus
            {...problem.form.getInputProps('phones')}
          />
          <Group justify="flex-end" gap="sm" mt="md">
            <Button onClick={close}>{t('test.cancel')}</Button>
            <Button type="submit" variant="filled" loading={problem.busy}>
              {t('test.send')}
            </Button>
          </Group>
        </ProblemForm>
      )}
    </Modal>
  );
}
