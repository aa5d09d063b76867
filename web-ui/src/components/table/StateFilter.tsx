import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StateKind, StateOf } from '../StatePill';

interface StateFilterProps<K extends StateKind> {
  kind: K;
  states: readonly (StateOf<K> & string)[];
  value: string | undefined;
  onChange: (state: string | undefined) => void;
}

/** Only rows in one state, in the words of their pills. */
export function StateFilter<K extends StateKind>({ kind, states, value, onChange }: StateFilterProps<K>) {
  const { t } = useTranslation('kit');
  return (
    <Select
      aria-label={t('list.state')}
      placeholder={t('list.anyState')}
      clearable
      data={states.map((one) => ({ value: one, label: t(`state.${kind}.${one}`) }))}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
