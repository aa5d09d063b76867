import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Action } from './actions';
import { ICONS } from './icons';

interface ActionMenuProps {
  name: string;
  actions: Action[];
  act: (action: Action) => void;
  /** Screens that belong to it, above the actions. */
  links?: { label: string; to: string; tab?: string }[];
}

/** The quick actions at the end of a row. */
export function ActionMenu({ name, actions, act, links = [] }: ActionMenuProps) {
  const { t } = useTranslation('mailing');
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('actions.of', { name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {links.map((link) => (
          <Menu.Item
            key={link.label}
            component={Link}
            to={link.to}
            {...({ search: link.tab ? { tab: link.tab } : {} } as object)}
          >
            {link.label}
          </Menu.Item>
        ))}
        {links.length > 0 && <Menu.Divider />}
        {actions.map((action) => {
          const Picture = ICONS[action];
          return (
            <Menu.Item
              key={action}
              leftSection={<Picture size={16} aria-hidden />}
              {...(action === 'stop' || action === 'delete' ? { c: 'var(--pr-red-t)' } : {})}
              onClick={() => act(action)}
            >
              {t(`actions.${action}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
