import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog, toast, toastProblem } from '@/components';
import { api, ask, ifMatch, newKey, type Schema } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';

type Template = Schema<'Template'>;

/** Cloning and deleting a template, from the list and from its own screen. */
export function useActions(onDeleted?: () => void): {
  clone: (template: Template) => void;
  remove: (template: Template) => void;
  dialog: ReactNode;
} {
  const { t } = useTranslation('template');
  const text = useProblemText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [deleting, setDeleting] = useState<Template>();
  const clone = (template: Template) => {
    const params = { path: { id: template.id }, header: { 'Idempotency-Key': newKey() } };
    ask(api.POST('/api/v1/templates/{id}/clone', { params }))
      .then(async (made) => {
        toast(t('action.cloned', { name: template.name }));
        await queries.invalidateQueries({ queryKey: ['templates'] });
        await navigate({ to: `/templates/${made.id}` });
      })
      .catch((problem: unknown) => toastProblem(t('action.cloneFailed'), text.error(problem)));
  };
  const confirm = async (template: Template) => {
    const params = { path: { id: template.id }, header: ifMatch(template.version) };
    await ask(api.DELETE('/api/v1/templates/{id}', { params: params as never }));
    setDeleting(undefined);
    toast(t('action.deleted', { name: template.name }));
    onDeleted?.();
    await queries.invalidateQueries({
      queryKey: ['templates'],
      predicate: (query) => query.queryKey[1] !== template.id,
    });
  };
  const dialog = deleting && (
    <ConfirmDialog
      opened
      danger
      title={t('action.deleteTitle', { name: deleting.name })}
      action={t('action.deleteIt')}
      onConfirm={() => confirm(deleting)}
      onCancel={() => setDeleting(undefined)}
    >
      <Text size="sm">{t('action.deleteWhy', { count: deleting.usedBy })}</Text>
    </ConfirmDialog>
  );
  return { clone, remove: setDeleting, dialog };
}
