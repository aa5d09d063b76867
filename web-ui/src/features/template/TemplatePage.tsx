import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState, Loading, PageHeader, Time } from '@/components';
import { api, ask, useMay } from '@/lib/api';
import { useParam } from '@/lib/navigation';
import { TemplateForm } from './TemplateForm';
import { TemplateStatePill } from './TemplateStatePill';
import { useActions } from './useActions';

/** One text. */
export default function TemplatePage() {
  const { t } = useTranslation('template');
  const id = useParam('id');
  const navigate = useNavigate();
  const may = useMay()('templates:write');
  const { clone, remove, dialog } = useActions(() => void navigate({ to: '/templates', ignoreBlocker: true }));
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
  // A form that began with an old copy would meet a conflict at its first save.
  if (!template.data || !template.isFetchedAfterMount) return <Loading />;
  const { data } = template;
  return (
    <>
      <PageHeader
        title={data.name}
        pill={<TemplateStatePill state={data.state} />}
        meta={
          <>
            {t('form.version', { version: data.version })} <Time at={data.updatedAt} />
          </>
        }
        actions={
          may && (
            <>
              <Button onClick={() => clone(data)}>{t('action.clone')}</Button>
              <Button c="var(--pr-red-t)" onClick={() => remove(data)}>
                {t('action.delete')}
              </Button>
            </>
          )
        }
      />
      <TemplateForm key={id} template={data} onSaved={() => undefined} />
      {dialog}
    </>
  );
}
