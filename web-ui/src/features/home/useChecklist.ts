import { useState } from 'react';
import { reportWasRead } from '@/components';
import { useMay, useSession } from '@/lib/api';
import { readKept, writeKept } from '@/lib/kept';
import { seasoned, stepsOf, type Step } from './steps';
import { useContent, useMailings, useSenders } from './useHome';

export interface ChecklistState {
  /** Undefined where there is nobody to lead: all is done, it was hidden, or nobody knows yet. */
  steps: Step[] | undefined;
  hide: () => void;
}

/** The steps of a first mailing for who has not sent yet. */
export function useChecklist(): ChecklistState {
  const { me } = useSession();
  const may = useMay();
  const key = `home.${me?.login}.steps`;
  const [hidden, setHidden] = useState(() => readKept(key) !== null);
  const senders = useSenders();
  const { items: mailings, at } = useMailings();
  const wanted = !hidden && may('mailings:write') && mailings !== undefined && !seasoned(mailings, at);
  const content = useContent(wanted);
  const hide = () => {
    writeKept(key, 'hidden');
    setHidden(true);
  };
  if (!wanted || !content || !senders.data) return { steps: undefined, hide };
  const steps = stepsOf({ ...content, senders: senders.data.items, mailings, read: reportWasRead() });
  return { steps: steps.every((step) => step.done) ? undefined : steps, hide };
}
