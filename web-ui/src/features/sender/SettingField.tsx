import { Button, PasswordInput, Select, Switch, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { BELOW } from './below';
import { DELETED, type Setting } from './draft';
import { isoOf, secondsOf } from './duration';
import { DurationField } from './DurationField';
import classes from './sender.module.css';

/** From this length on a text may have several lines, such as a certificate. */
const LINES = 1000;

interface SettingFieldProps {
  setting: Setting;
  /** Whether a secret is saved already. */
  set: boolean;
  /** It can be read but not changed. */
  fixed: boolean;
  path: string;
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
}

/** One setting of a gateway, drawn from what its plugin says of it. */
export function SettingField(props: SettingFieldProps) {
  const { setting, value, onChange, error, path } = props;
  const language = useLanguage();
  const texts = (all: Setting['label']) => all[language] ?? all.en ?? '';
  const label = texts(setting.label) || setting.name;
  const shared = { label, description: texts(setting.help), error, 'data-path': path, inputWrapperOrder: BELOW };
  const typed = {
    ...shared,
    value,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
    required: setting.required,
    readOnly: props.fixed,
    'data-fixed': props.fixed || undefined,
    autoComplete: 'off',
    spellCheck: false,
  };
  const seconds = setting.type === 'duration' ? secondsOf(value) : undefined;
  if (seconds !== undefined || (setting.type === 'duration' && value === '')) {
    return (
      <DurationField
        {...shared}
        path={path}
        required={setting.required}
        seconds={seconds ?? ''}
        onChange={(next) => onChange(next === '' ? '' : isoOf(next))}
      />
    );
  }
  if (setting.secret) return <SecretField {...props} typed={typed} />;
  switch (setting.type) {
    case 'switch':
      return (
        <Switch
          label={label}
          description={shared.description}
          error={error}
          data-path={path}
          checked={value === 'true'}
          onChange={(event) => onChange(String(event.currentTarget.checked))}
        />
      );
    case 'choice':
      return (
        <Select
          {...shared}
          data={setting.options}
          value={value}
          allowDeselect={false}
          onChange={(next) => onChange(next ?? setting.default)}
        />
      );
    case 'number':
      return <TextInput {...typed} maxLength={20} inputMode="numeric" placeholder={setting.default} />;
    default:
      return setting.max >= LINES ? (
        <Textarea {...typed} maxLength={20_000} autosize minRows={2} maxRows={8} classNames={{ input: classes.mono }} />
      ) : (
        <TextInput {...typed} maxLength={20_000} />
      );
  }
}

interface SecretFieldProps extends SettingFieldProps {
  typed: React.ComponentProps<typeof PasswordInput> & { label: string };
}

/** A secret goes in and never comes out: it is said to be there, and can be replaced or deleted. */
function SecretField({ setting, set, value, onChange, typed }: SecretFieldProps) {
  const { t } = useTranslation('sender');
  if (value === DELETED) {
    return (
      <div>
        <Text fw={500} size="sm">
          {typed.label}
        </Text>
        <div className={classes.secret}>
          <span className="pr-quiet">{t('form.secretGoes')}</span>
          <Button size="xs" onClick={() => onChange('')}>
            {t('form.secretKeep')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div>
      <PasswordInput
        {...typed}
        autoComplete="new-password"
        required={setting.required && !set}
        placeholder={set ? t('form.secretSet') : ''}
        visibilityToggleButtonProps={{ 'aria-label': t('form.show') }}
      />
      {set && !setting.required && value === '' && (
        <Button
          size="xs"
          mt={4}
          variant="subtle"
          color="gray"
          className={classes.remove}
          onClick={() => onChange(DELETED)}
        >
          {t('form.secretRemove', { name: typed.label })}
        </Button>
      )}
    </div>
  );
}
