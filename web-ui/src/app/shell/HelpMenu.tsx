import { Menu, UnstyledButton } from '@mantine/core';
import { IconApi, IconHelpCircle, IconKeyboard, IconListCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/lib/api';
import { learn } from '@/lib/i18n';
import classes from './Shell.module.css';

const KeysDialog = lazy(async () => {
  const [file] = await Promise.all([import('@/features/setup/KeysDialog'), learn('setup')]);
  return file;
});

/** Where a newcomer looks first; a phone's bar has no room for it, so there the user menu leads to the first steps. */
export function HelpMenu() {
  const { t } = useTranslation('shell');
  const may = useMay();
  const [keys, setKeys] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <UnstyledButton className={`${classes.icon} pr-wide-only`} aria-label={t('help')} title={t('help')}>
            <IconHelpCircle size={18} stroke={1.75} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {may('rehearsal:write') && (
            <Menu.Item component={Link} to="/setup" leftSection={<IconListCheck size={16} aria-hidden />}>
              {t('setup:title')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={() => setKeys(true)}>
            {t('setup:keys.title')}
          </Menu.Item>
          <Menu.Item
            component="a"
            href="/api/v1/openapi.yaml"
            target="_blank"
            rel="noreferrer"
            leftSection={<IconApi size={16} aria-hidden />}
          >
            {t('api')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {keys && (
        <Suspense fallback={null}>
          <KeysDialog close={() => setKeys(false)} />
        </Suspense>
      )}
    </>
  );
}
