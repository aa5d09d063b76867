import { Avatar, Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconKey, IconListCheck, IconLogout } from '@tabler/icons-react';
import { Link, useRouter } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toastProblem } from '@/components';
import { api, ask, loggedOut, useMay, useSession } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { forgetSession } from '@/lib/kept';
import { Languages, tick } from './Languages';
import classes from './Shell.module.css';

const SCHEMES = [
  ['light', 'light'],
  ['dark', 'dark'],
  ['auto', 'system'],
] as const;

/** Who one is: language, colours, password, logging out. */
export function UserMenu() {
  const { t } = useTranslation('shell');
  const { me } = useSession();
  const may = useMay();
  const text = useProblemText();
  const queries = useQueryClient();
  const router = useRouter();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  if (!me) return null;
  const leave = async () => {
    // Going away first asks about unsaved text.
    await router.navigate({ to: '/' } as never);
    if (router.state.location.pathname !== '/') return;
    try {
      await ask(api.DELETE('/api/v1/sessions/current'));
      loggedOut();
      queries.clear();
      forgetSession();
    } catch (error) {
      toastProblem(text.error(error));
    }
  };
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <UnstyledButton className={classes.user} aria-label={t('user', { login: me.login })}>
          <Avatar size={28} color="post" name={me.login} alt="">
            {me.login.slice(0, 2).toUpperCase()}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className="pr-long">
          {me.login} · {t(`role.${me.role}`)}
        </Menu.Label>
        {may('rehearsal:write') && (
          <Menu.Item
            className="pr-phone-only"
            component={Link}
            to="/setup"
            leftSection={<IconListCheck size={16} aria-hidden />}
          >
            {t('setup:title')}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to="/account/password" leftSection={<IconKey size={16} aria-hidden />}>
          {t('account:password.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('language')}</Menu.Label>
        <Languages />
        <Menu.Divider />
        <Menu.Label>{t('theme')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(next) => setColorScheme(next as MantineColorScheme)}>
          {SCHEMES.map(([scheme, name]) => (
            <Menu.RadioItem key={scheme} value={scheme} checkIcon={tick}>
              {t(name)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
          {t('logOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
