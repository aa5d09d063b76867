import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState, PageHeader } from '@/components';
import { WORDS } from './queries';
import { WordsForm } from './WordsForm';

/** By which words replies are read. */
export default function WordsPage() {
  const { t } = useTranslation('reply');
  const words = useQuery(WORDS);
  if (words.isError && !words.data) {
    return <ErrorState order={1} error={words.error} retry={() => void words.refetch()} />;
  }
  return (
    <>
      <PageHeader title={t('words.title')} />
      {words.data && <WordsForm words={words.data} />}
    </>
  );
}
