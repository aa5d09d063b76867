import { PasswordInput, Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import type { Setting } from './draft';

interface SettingFieldProps {
  setting: Setting;
  /** Whether a secret is saved already. */
  set: boolean;
  input: { value: string; onChange: (value: string) => void; error?: React.ReactNode };
}

/** One setting of a gateway, as its plugin describes it. */
export function SettingField({ setting, set, input }: SettingFieldProps) {
  const { t } = useTranslation('sender');
  const language = useLanguage();
  const texts = (all: Setting['label']) => all[language] ?? all.en ?? '';
  const shared = {
    label: texts(setting.label) || setting.name,
    description: texts(setting.help),
    error: input.error,
    required: setting.required,
    withAsterisk: setting.required,
  };
  if (setting.type === 'switch') {
    return (
      <Switch
        label={shared.label}
        description={shared.description}
        checked={input.value === 'true'}
        onChange={(event) => input.onChange(String(event.currentTarget.checked))}
      />
    );
  }
  if (setting.type === 'choice') {
    return (
      <Select
        {...shared}
        data={setting.options}
        value={input.value}
        allowDeselect={false}
        onChange={(value) => input.onChange(value ?? setting.default)}
      />
    );
  }
  const typed = {
    ...shared,
    value: input.value,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => input.onChange(event.currentTarget.value),
  };
  if (setting.secret) {
    return (
      <PasswordInput
        {...typed}
        autoComplete="new-password"
        required={setting.required && !set}
        placeholder={set ? t('form.secretSet') : ''}
        visibilityToggleButtonProps={{ 'aria-label': t('form.show') }}
      />
    );
  }
  return <TextInput {...typed} maxLength={20_000} {...(setting.type === 'number' ? { inputMode: 'numeric' } : {})} />;
}
