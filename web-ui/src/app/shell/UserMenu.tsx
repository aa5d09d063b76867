import { Avatar, Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconCheck, IconKey, IconListCheck, IconLogout } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toastProblem } from '@/components';
import { api, ask, loggedOut, opened, useMay, useSession } from '@/lib/api';
import { LANGUAGES, speak, type Language } from '@/lib/i18n';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { forgetSession } from '@/lib/kept';
import classes from './Shell.module.css';

const NAMES: Record<Language, string> = { en: 'english', ru: 'russian' };
const SCHEMES = [
  ['light', 'light'],
  ['dark', 'dark'],
  ['auto', 'system'],
] as const;

const tick = <IconCheck size={16} aria-hidden />;

/** Who one is: language, colours, password, logging out. */
export function UserMenu() {
  const { t } = useTranslation('shell');
  const { me } = useSession();
  const may = useMay();
  const language = useLanguage();
  const text = useProblemText();
  const queries = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  if (!me) return null;
  const choose = async (next: Language) => {
    await speak(next);
    // Kept with the person, so that the next browser speaks it too.
    ask(api.PATCH('/api/v1/me', { body: { language: next } })).then(opened, (error: unknown) =>
      toastProblem(text.error(error)),
    );
  };
  const leave = () =>
    ask(api.DELETE('/api/v1/sessions/current')).then(
      () => {
        loggedOut();
        queries.clear();
        forgetSession();
      },
      (error: unknown) => toastProblem(text.error(error)),
    );
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
        <Menu.Label>
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
        <Menu.RadioGroup value={language} onChange={(next) => void choose(next === 'ru' ? 'ru' : 'en')}>
          {LANGUAGES.map((one) => (
            <Menu.RadioItem key={one} lang={one} value={one} checkIcon={tick}>
              {t(NAMES[one])}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
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
