import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState, PageHeader, Time } from '@/components';
import { api, ask } from '@/lib/api';
import { useParam } from '@/lib/navigation';
import { TemplateForm } from './TemplateForm';

/** One text. */
export default function TemplatePage() {
  const { t } = useTranslation('template');
  const id = useParam('id');
  const template = useQuery({
    queryKey: ['templates', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/templates/{id}', { params: { path: { id } }, signal })),
    // What somebody types must not be replaced under the fingers; the version tells when it is old.
    staleTime: Infinity,
    refetchOnMount: 'always',
  });
  if (template.isError && !template.data) {
    return <ErrorState order={1} error={template.error} retry={() => void template.refetch()} />;
  }
  if (!template.data) return null;
  return (
    <>
      <PageHeader
        title={template.data.name}
        meta={
          <>
            {t('form.changed')} <Time at={template.data.updatedAt} />
          </>
        }
      />
      <TemplateForm key={id} template={template.data} onSaved={() => undefined} />
    </>
  );
}
