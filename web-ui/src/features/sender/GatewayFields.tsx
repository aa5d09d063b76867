import type { UseFormReturnType } from '@mantine/form';
import { fieldOf, type Draft, type Setting } from './draft';
import classes from './sender.module.css';
import { SettingField } from './SettingField';

interface GatewayFieldsProps {
  settings: Setting[];
  form: UseFormReturnType<Draft>;
  /** Names of the secrets that are saved. */
  secretsSet: string[];
  /** Names of those that can be read but not changed. */
  fixed: string[];
}

/** Some settings of a gateway, as fields of the form. */
export function GatewayFields({ settings, form, secretsSet, fixed }: GatewayFieldsProps) {
  return (
    <div className={classes.fields}>
      {settings.map((setting) => {
        const path = fieldOf(setting.name);
        return (
          <SettingField
            key={setting.name}
            setting={setting}
            fixed={fixed.includes(setting.name)}
            set={secretsSet.includes(setting.name)}
            path={path}
            value={form.getValues()[path] ?? ''}
            onChange={(value) => {
              form.setFieldValue(path, value as never);
              form.clearFieldError(path);
            }}
            error={form.errors[path]}
          />
        );
      })}
    </div>
  );
}
