import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { toastProblem } from '@/components';
import { api, ask, opened } from '@/lib/api';
import { LANGUAGES, speak, type Language } from '@/lib/i18n';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useProblemText } from '@/lib/i18n/useProblemText';
import classes from './Shell.module.css';

const NAMES: Record<Language, string> = { en: 'english', ru: 'russian' };

export const tick = <IconCheck size={16} aria-hidden />;

/** The languages of a menu; the choice is kept with the person, so that the next browser speaks it too. */
export function Languages() {
  const { t } = useTranslation('shell');
  const language = useLanguage();
  const text = useProblemText();
  const choose = async (next: Language) => {
    await speak(next);
    ask(api.PATCH('/api/v1/me', { body: { language: next } })).then(opened, (error: unknown) =>
      toastProblem(text.error(error)),
    );
  };
  return (
    <Menu.RadioGroup value={language} onChange={(next) => void choose(next === 'ru' ? 'ru' : 'en')}>
      {LANGUAGES.map((one) => (
        <Menu.RadioItem key={one} lang={one} value={one} checkIcon={tick}>
          {t(NAMES[one])}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

/** The language in the bar, always in sight; on a phone it is in the user menu. */
export function LanguageMenu() {
  const { t } = useTranslation('shell');
  const language = useLanguage();
  return (
    <Menu position="bottom-end" width={160}>
      <Menu.Target>
        <UnstyledButton
          className={`${classes.icon} ${classes.language} pr-wide-only`}
          aria-label={t('languageNow', { code: language.toUpperCase() })}
        >
          {language.toUpperCase()}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Languages />
      </Menu.Dropdown>
    </Menu>
  );
}
