import { useTranslation } from 'react-i18next';
import { NoAnswerError, ProblemError } from '../api/problem';

interface Sentence {
  code: string;
  detail: string;
  parameters?: Record<string, string>;
}

/**
 * Says a problem of the server in the person's language: by its code where there is a translation (in English there is
 * none, since the server's own sentences are English), else by the server's sentence.
 */
export function useProblemText(): { sentence: (problem: Sentence) => string; error: (error: unknown) => string } {
  const { t, i18n } = useTranslation('problems');
  const sentence = ({ code, detail, parameters }: Sentence) =>
    i18n.exists(code, { ns: 'problems' }) ? t(code, { ...parameters, detail }) : detail;
  const error = (problem: unknown) => {
    if (problem instanceof ProblemError) return sentence(problem.problem);
    if (problem instanceof NoAnswerError) return t('kit:server.noAnswer');
    return t('kit:error.unexpected');
  };
  return { sentence, error };
}
