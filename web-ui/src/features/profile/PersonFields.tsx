import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { useProblemForm } from '@/components';
import type { Draft, Field } from './person';
import classes from './profile.module.css';

interface PersonFieldsProps {
  form: ReturnType<typeof useProblemForm<Draft>>['form'];
  fields: Field[];
  label: (name: string) => string;
}

/** A field for each value of a person, of the kind that its type asks for. */
export function PersonFields({ form, fields, label }: PersonFieldsProps) {
  return (
    <div className={classes.pair}>
      {fields.map((field) => (
        <PersonField key={field.name} form={form} field={field} label={label(field.name)} />
      ))}
    </div>
  );
}

function PersonField({ form, field, label }: { form: PersonFieldsProps['form']; field: Field; label: string }) {
  const { t } = useTranslation('profile');
  const props = form.getInputProps(`values.${field.name}`);
  if (field.type === 'boolean' || field.type === 'enum') {
    return <Select label={label} clearable data={choices(field, t)} {...props} value={props.value || null} />;
  }
  const hint = t(`hint.${field.type}`, '');
  return (
    <TextInput
      label={label}
      maxLength={10_000}
      dir="auto"
      required={field.required ?? false}
      {...(hint ? { description: hint, inputWrapperOrder: ['label', 'input', 'description', 'error'] } : {})}
      {...props}
    />
  );
}

function choices(field: Field, t: (key: string) => string) {
  if (field.type === 'boolean') {
    return ['true', 'false'].map((value) => ({ value, label: t(`bool.${value}`) }));
  }
  if (field.name === '_sex') return (field.options ?? []).map((value) => ({ value, label: t(`sex.${value}`) }));
  return field.options ?? [];
}
