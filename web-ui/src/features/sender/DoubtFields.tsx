import { NumberInput, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UseFormReturnType } from '@mantine/form';
import { BELOW } from './below';
import type { Draft } from './draft';
import classes from './sender.module.css';

/** What becomes of a message of which nobody knows whether it was sent. */
export function DoubtFields({ form }: { form: UseFormReturnType<Draft> }) {
  const { t } = useTranslation('sender');
  const draft = form.getValues();
  return (
    <div className={classes.stack}>
      <Radio.Group
        label={t('doubts.action')}
        description={t('doubts.why')}
        value={draft.doubtAction}
        onChange={(value) => form.setFieldValue('doubtAction', value === 'send-again' ? value : 'hold')}
      >
        <Radio value="hold" label={t('doubts.hold')} mt="xs" />
        <Radio value="send-again" label={t('doubts.again')} description={t('doubts.risk')} mt="xs" />
      </Radio.Group>
      {draft.doubtAction === 'send-again' && (
        <div className={classes.fields}>
          <NumberInput
            label={t('doubts.afterMinutes')}
            description={t('doubts.afterMinutesWhy')}
            min={5}
            max={1440}
            allowDecimal={false}
            inputWrapperOrder={BELOW}
            {...form.getInputProps('doubtMinutes')}
          />
          <NumberInput
            label={t('doubts.tries')}
            description={t('doubts.triesWhy')}
            min={1}
            max={3}
            allowDecimal={false}
            inputWrapperOrder={BELOW}
            {...form.getInputProps('doubtTries')}
          />
        </div>
      )}
    </div>
  );
}
