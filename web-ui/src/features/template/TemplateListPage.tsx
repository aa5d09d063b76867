import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconMessage2, IconPlus, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Count, DataTable, EmptyState, PageHeader, Time, type Column } from '@/components';
import { api, ask, useMay, type Schema } from '@/lib/api';
import classes from './template.module.css';
import { TemplateStatePill } from './TemplateStatePill';
import { useActions } from './useActions';

type Template = Schema<'Template'>;
const KEY = ['templates'];

function useColumns(): Column<Template>[] {
  const { t } = useTranslation('template');
  return [
    {
      id: 'name',
      header: t('list.name'),
      sort: 'name',
      cell: (template) => (
        <span className={`${classes.titled} pr-long`} title={template.name}>
          {template.name}
        </span>
      ),
    },
    { id: 'state', header: t('list.state'), phone: 'end', cell: ({ state }) => <TemplateStatePill state={state} /> },
    {
      id: 'text',
      header: t('list.text'),
      cell: (template) => (
        <span className={classes.line} dir="auto">
          {Object.values(template.texts).join(' · ')}
        </span>
      ),
    },
    {
      id: 'usedBy',
      header: t('list.usedBy'),
      align: 'right',
      phone: 'none',
      cell: (template) => <Count value={template.usedBy} />,
    },
    {
      id: 'updatedAt',
      header: t('list.updatedAt'),
      sort: 'updated',
      phone: 'none',
      cell: (template) => <Time at={template.updatedAt} />,
    },
    { id: 'editor', header: t('list.editor'), extra: true, phone: 'none', cell: (template) => template.editor ?? '' },
    {
      id: 'version',
      header: t('list.version'),
      align: 'right',
      extra: true,
      phone: 'none',
      cell: (template) => template.version,
    },
  ];
}

/** The texts that mailings send. */
export default function TemplateListPage() {
  const { t } = useTranslation('template');
  const may = useMay()('templates:write');
  const columns = useColumns();
  const { clone, remove, dialog } = useActions();
  const create = may && (
    <Button variant="filled" component={Link} to="/templates/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('form.new')}
    </Button>
  );
  const actions = (template: Template) => (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('action.of', { name: template.name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => clone(template)}>
          {t('action.clone')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} aria-hidden />}
          c="var(--pr-red-t)"
          onClick={() => remove(template)}
        >
          {t('action.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <>
      <PageHeader title={t('list.title')} actions={create} />
      <DataTable
        name="templates"
        caption={t('list.caption')}
        columns={columns}
        queryKey={KEY}
        load={(query, signal) => ask(api.GET('/api/v1/templates', { params: { query: query as never }, signal }))}
        rowId={(template) => template.id}
        rowPath={(template) => `/templates/${template.id}`}
        {...(may ? { rowActions: actions } : {})}
        search
        empty={
          <EmptyState icon={IconMessage2} title={t('list.empty')} action={create}>
            {t('list.emptyWhy')}
          </EmptyState>
        }
      />
      {dialog}
    </>
  );
}
