import { Button } from '@mantine/core';
import { IconMessage2, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, PageHeader, Time, type Column } from '@/components';
import { api, ask, useMay, type Schema } from '@/lib/api';
import classes from './TemplateListPage.module.css';

type Template = Schema<'Template'>;
const KEY = ['templates'];

/** The texts that mailings send. */
export default function TemplateListPage() {
  const { t } = useTranslation('template');
  const may = useMay()('templates:write');
  const columns: Column<Template>[] = [
    { id: 'name', header: t('list.name'), cell: (template) => <span className="pr-long">{template.name}</span> },
    {
      id: 'text',
      header: t('list.text'),
      cell: (template) => <span className={classes.text}>{Object.values(template.texts).join(' · ')}</span>,
    },
    {
      id: 'updatedAt',
      header: t('list.updatedAt'),
      phone: 'end',
      cell: (template) => <Time at={template.updatedAt} />,
    },
    {
      id: 'version',
      header: t('list.version'),
      align: 'right',
      extra: true,
      phone: 'none',
      cell: (template) => template.version,
    },
  ];
  const create = may && (
    <Button variant="filled" component={Link} to="/templates/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('form.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} actions={create} />
      <DataTable
        name="templates"
        caption={t('list.caption')}
        columns={columns}
        queryKey={KEY}
        load={(query, signal) => ask(api.GET('/api/v1/templates', { params: { query }, signal }))}
        rowId={(template) => template.id}
        rowPath={(template) => `/templates/${template.id}`}
        search
        empty={
          <EmptyState icon={IconMessage2} title={t('list.empty')} action={create}>
            {t('list.emptyWhy')}
          </EmptyState>
        }
      />
    </>
  );
}
