import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toast, toastProblem } from '@/components';
import { api, ask, ifMatch, type Schema } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { ASKED, type Action } from './actions';
import { ActivateDialog } from './ActivateDialog';
import { QuestionDialog } from './QuestionDialog';
import { TestDialog } from './TestDialog';

export type Acted = Pick<Schema<'Mailing'>, 'id' | 'name' | 'version' | 'state' | 'sendAt'>;

function call(mailing: Acted, action: Action): Promise<unknown> {
  const params = { path: { id: mailing.id } };
  switch (action) {
    case 'activate':
      return ask(api.POST('/api/v1/mailings/{id}/activate', { params }));
    case 'deactivate':
      return ask(api.POST('/api/v1/mailings/{id}/deactivate', { params }));
    case 'pause':
      return ask(api.POST('/api/v1/mailings/{id}/pause', { params }));
    case 'resume':
      return ask(api.POST('/api/v1/mailings/{id}/resume', { params }));
    case 'stop':
      return ask(api.POST('/api/v1/mailings/{id}/stop', { params }));
    case 'delete':
      return ask(
        api.DELETE('/api/v1/mailings/{id}', { params: { ...params, header: ifMatch(mailing.version) } as never }),
      );
    default:
      return Promise.resolve();
  }
}

/** The quick actions of a mailing: begins one, asks where that is needed, says what came of it. */
export function useActions(onDeleted?: () => void): {
  act: (mailing: Acted, action: Action) => void;
  dialog: ReactNode;
} {
  const { t } = useTranslation('mailing');
  const text = useProblemText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<{ mailing: Acted; action: Action }>();
  const close = () => setAsked(undefined);
  const carryOut = async (mailing: Acted, action: Action) => {
    await call(mailing, action);
    close();
    toast(t(`done.${action}`, { name: mailing.name }));
    if (action === 'delete' && onDeleted) onDeleted();
    await queries.invalidateQueries({ queryKey: ['mailings'] });
  };
  const clone = async (mailing: Acted) => {
    const made = await ask(api.POST('/api/v1/mailings/{id}/clone', { params: { path: { id: mailing.id } } as never }));
    await queries.invalidateQueries({ queryKey: ['mailings'] });
    toast(t('done.clone', { name: mailing.name }));
    await navigate({ to: `/mailings/${made.id}/edit` });
  };
  const act = (mailing: Acted, action: Action) => {
    if (action === 'edit') return void navigate({ to: `/mailings/${mailing.id}/edit` });
    if (action === 'test' || ASKED.has(action)) return setAsked({ mailing, action });
    const done = action === 'clone' ? clone(mailing) : carryOut(mailing, action);
    done.catch((problem: unknown) => toastProblem(t(`failed.${action}`), text.error(problem)));
    return undefined;
  };
  const dialog = asked && (
    <>
      {asked.action === 'test' && <TestDialog mailing={asked.mailing} close={close} />}
      {asked.action === 'activate' && (
        <ActivateDialog mailing={asked.mailing} close={close} confirm={() => carryOut(asked.mailing, 'activate')} />
      )}
      {(asked.action === 'stop' || asked.action === 'delete') && (
        <QuestionDialog
          mailing={asked.mailing}
          action={asked.action}
          close={close}
          confirm={() => carryOut(asked.mailing, asked.action)}
        />
      )}
    </>
  );
  return { act, dialog };
}
