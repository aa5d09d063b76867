import { Alert, Button, Group, Modal, Table, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { differences } from './paths';
import type { ProblemForm, Stored } from './useProblemForm';

interface ConflictProps<V extends Record<string, unknown>> {
  form: ProblemForm<V>;
  labels: Partial<Record<string, string>>;
}

/** Says that somebody else has saved meanwhile, and lets the person choose; nothing is overwritten by itself. */
export function Conflict<V extends Record<string, unknown>>({ form, labels }: ConflictProps<V>) {
  const { t } = useTranslation('kit');
  const text = useProblemText();
  const [stored, setStored] = useState<Stored<V>>();
  const [problem, setProblem] = useState('');
  const load = (then: (found: Stored<V>) => void) => {
    form.reload?.().then(then, (error: unknown) => setProblem(text.error(error)));
  };
  return (
    <Alert
      role="alert"
      color="yellow"
      icon={<IconGitMerge size={18} aria-hidden />}
      title={t('form.conflictTitle')}
      mb="md"
    >
      <Text size="sm">{t('form.conflictWhy')}</Text>
      {problem && <Text size="sm">{problem}</Text>}
      {form.reload && (
        <Group gap="sm" mt="sm">
          <Button size="xs" onClick={() => load(setStored)}>
            {t('form.conflictBoth')}
          </Button>
          <Button size="xs" onClick={() => load((found) => form.resolve(found, false))}>
            {t('form.conflictReload')}
          </Button>
        </Group>
      )}
      {stored && <Both form={form} stored={stored} labels={labels} close={() => setStored(undefined)} />}
    </Alert>
  );
}

function words(value: unknown, empty: string): string {
  if (value === null || value === undefined || value === '') return empty;
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}

function Both<V extends Record<string, unknown>>(props: ConflictProps<V> & { stored: Stored<V>; close: () => void }) {
  const { form, stored, labels, close } = props;
  const { t } = useTranslation('kit');
  const found = differences(form.form.getValues(), stored.values);
  const shown = (field: string, value: unknown) =>
    form.secrets.includes(field) && value ? '••••••' : words(value, t('form.empty'));
  return (
    <Modal opened onClose={close} title={t('form.conflictTitle')} size="xl">
      {found.length === 0 && <Text mb="md">{t('form.same')}</Text>}
      {found.length > 0 && (
        <Table layout="fixed" stickyHeader={false} mb="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('form.conflictField')}</Table.Th>
              <Table.Th>{t('form.mine')}</Table.Th>
              <Table.Th>{t('form.theirs')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.map((difference) => (
              <Table.Tr key={difference.field}>
                <Table.Th scope="row">{labels[difference.field] ?? difference.field}</Table.Th>
                <Table.Td className="pr-long">{shown(difference.field, difference.mine)}</Table.Td>
                <Table.Td className="pr-long">{shown(difference.field, difference.theirs)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Group justify="flex-end" gap="sm">
        <Button onClick={() => form.resolve(stored, false)}>{t('form.takeTheirs')}</Button>
        <Button variant="filled" onClick={() => form.resolve(stored, true)}>
          {t('form.keepMine')}
        </Button>
      </Group>
    </Modal>
  );
}
