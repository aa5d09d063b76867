import { Button, Card, Select, Switch, TextInput } from '@mantine/core';
import { IconArrowRight, IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { useCountries } from './countries';
import classes from './job.module.css';
import type { Look, Plan } from './plan';
import { useFileSettings } from './queries';

interface SideProps {
  look: Look;
  plan: Plan;
  set: (part: Partial<Plan>) => void;
}

/** What becomes of the phones, and the country that decides it. */
export function PhoneCard({ look, plan, set, ofDatabase }: SideProps & { ofDatabase: string }) {
  const { t } = useTranslation('job');
  const format = useFormat();
  const countries = useCountries();
  const { phones } = look;
  if (!phones) return null;
  return (
    <Card component="section" aria-label={t('import.phones')}>
      <h2 className={classes.title}>{t('import.phones')}</h2>
      <ul className={classes.phones}>
        {phones.examples.map((example) => (
          <Example key={`${example.line} ${example.before}`} example={example} />
        ))}
      </ul>
      <p className="pr-small">
        {t('import.phoneCounts', {
          all: format.count(look.sampled),
          valid: format.count(phones.valid),
          invalid: format.count(phones.invalid),
          empty: format.count(phones.empty),
        })}
      </p>
      <Select
        label={t('import.without')}
        description={t('import.withoutWhy')}
        searchable
        clearable
        placeholder={ofDatabase ? countries.nameOf(ofDatabase) : t('import.noCountry')}
        data={countries.options}
        value={plan.country || null}
        onChange={(next) => set({ country: next ?? '' })}
      />
    </Card>
  );
}

function Example({ example }: { example: NonNullable<Look['phones']>['examples'][number] }) {
  const { t } = useTranslation('job');
  const format = useFormat();
  const text = useProblemText();
  const { before, after, code = '', detail = '' } = example;
  return (
    <li>
      <bdi className="pr-mono pr-long">{before || t('import.emptyCell')}</bdi>
      <IconArrowRight size={14} aria-hidden />
      {after === null ? (
        <span className="pr-quiet pr-small">{text.sentence({ code, detail, parameters: { value: before } })}</span>
      ) : (
        <span className="pr-numbers">{format.phone(`+${after.replace(/^\+/, '')}`)}</span>
      )}
      {after === null ? (
        <IconX size={16} className={classes.bad} role="img" aria-label={t('import.notValid')} />
      ) : (
        <IconCheck size={16} className={classes.good} role="img" aria-label={t('import.isValid')} />
      )}
    </li>
  );
}

/** How the file was read, with a way to say it better. */
export function FileCard({ look, plan, set, bytes }: SideProps & { bytes: number }) {
  const { t } = useTranslation('job');
  const format = useFormat();
  const [changing, setChanging] = useState(false);
  const settings = useFileSettings(look.importer);
  const rows = format.exact(look.rowCount);
  return (
    <Card component="section" aria-label={t('import.asRead')}>
      <div className={classes.between}>
        <h2 className={classes.title}>{t('import.asRead')}</h2>
        {settings.length > 0 && (
          <Button size="xs" aria-expanded={changing} onClick={() => setChanging(!changing)}>
            {t(changing ? 'import.settled' : 'import.change')}
          </Button>
        )}
      </div>
      <dl className={classes.facts}>
        <Fact name={t('import.rows')}>{look.rowCountExact ? rows : t('import.about', { rows })}</Fact>
        <Fact name={t('import.size')}>{format.bytes(bytes)}</Fact>
        {!changing && settings.map((setting) => <Said key={setting.name} setting={setting} look={look} />)}
      </dl>
      {changing && (
        <div className={classes.form}>
          {settings.map((setting) => (
            <Told
              key={setting.name}
              setting={setting}
              value={look.settings[setting.name] ?? setting.default}
              onChange={(value) => set({ settings: { ...plan.settings, [setting.name]: value } })}
            />
          ))}
        </div>
      )}
    </Card>
  );
}

export function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Words of a plugin in the person's language, and of its choices where they are known. */
function useWords() {
  const { t } = useTranslation('job');
  const language = useLanguage();
  return {
    label: (setting: Schema<'Setting'>) => setting.label[language] ?? setting.label.en ?? setting.name,
    option: (value: string) => t(`option.${value}`, { defaultValue: value }),
  };
}

function Said({ setting, look }: { setting: Schema<'Setting'>; look: Look }) {
  const words = useWords();
  const value = look.settings[setting.name] ?? setting.default;
  return value === '' ? null : <Fact name={words.label(setting)}>{words.option(value)}</Fact>;
}

interface ToldProps {
  setting: Schema<'Setting'>;
  value: string;
  onChange: (value: string) => void;
}

function Told({ setting, value, onChange }: ToldProps) {
  const words = useWords();
  const label = words.label(setting);
  if (setting.type === 'switch') {
    return (
      <Switch
        label={label}
        checked={value === 'true'}
        onChange={(event) => onChange(String(event.currentTarget.checked))}
      />
    );
  }
  if (setting.type === 'choice') {
    return (
      <Select
        label={label}
        allowDeselect={false}
        data={setting.options.map((option) => ({ value: option, label: words.option(option) }))}
        value={value}
        onChange={(next) => onChange(next ?? setting.default)}
      />
    );
  }
  return (
    <TextInput
      label={label}
      maxLength={255}
      defaultValue={value}
      onBlur={(event) => onChange(event.currentTarget.value)}
    />
  );
}
