import { NumberInput, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Picker } from '@/components';
import { api, ask } from '@/lib/api';
import { BELOW } from './below';
import { ENDINGS, ERROR_CLASSES, type Draft, type Ending, type Sender } from './draft';
import { DurationField } from './DurationField';
import classes from './sender.module.css';

interface ErrorFieldsProps {
  /** The sender itself, which cannot take over from itself; nothing for a new one. */
  sender: Sender | undefined;
  error: ReactNode;
  draft: Draft;
  onChange: <K extends keyof Draft & string>(field: K, value: Draft[K]) => void;
}

/** An operator that is full is asked again as often as it takes. */
const COUNTED = new Set(['temporary', 'permanent', 'unknown']);

/** What the sender does with messages that the operator refuses, for each class of errors, and when it leaves it alone. */
export function ErrorFields({ sender, error, draft, onChange }: ErrorFieldsProps) {
  const { t } = useTranslation('sender');
  const count = (value: number | string) => (typeof value === 'number' ? value : '');
  const givesAway = ERROR_CLASSES.some((one) => draft[`error:${one}:ending`] === 'fail-over');
  const endings = ENDINGS.filter((one) => one !== 'fail-over' || !sender?.rehearsal);
  return (
    <div className={classes.stack}>
      {ERROR_CLASSES.map((one) => (
        <fieldset key={one} className={classes.rule}>
          <legend>{t(`errors.${one}`)}</legend>
          <p className="pr-small pr-quiet">{t(`errors.${one}Why`)}</p>
          <div className={classes.fields}>
            {COUNTED.has(one) && (
              <>
                <NumberInput
                  label={t('errors.tries')}
                  min={1}
                  max={1000}
                  allowDecimal={false}
                  inputWrapperOrder={BELOW}
                  value={draft[`error:${one}:tries`]}
                  onChange={(value) => onChange(`error:${one}:tries`, count(value))}
                />
                <DurationField
                  label={t('errors.pause')}
                  path={`errors/${one}/pauseSeconds`}
                  seconds={draft[`error:${one}:pause`]}
                  onChange={(seconds) => onChange(`error:${one}:pause`, seconds)}
                />
              </>
            )}
            <DurationField
              label={t('errors.within')}
              path={`errors/${one}/withinSeconds`}
              seconds={draft[`error:${one}:within`]}
              onChange={(seconds) => onChange(`error:${one}:within`, seconds)}
            />
            <Select
              label={t('errors.ending')}
              data={endings.map((value) => ({ value, label: t(`errors.${value}`) }))}
              allowDeselect={false}
              value={draft[`error:${one}:ending`]}
              onChange={(value) => onChange(`error:${one}:ending`, (value ?? 'refuse') as Ending)}
            />
          </div>
        </fieldset>
      ))}
      {!sender?.rehearsal && (
        <fieldset className={classes.rule}>
          <legend>{t('errors.failOver')}</legend>
          <p className="pr-small pr-quiet">{t('errors.failOverWhy')}</p>
          <div className={classes.fields}>
            <Picker
              label={t('errors.failOverTo')}
              placeholder={t('errors.nobody')}
              clearable
              required={givesAway}
              error={error}
              queryKey={['senders', 'over', sender?.id ?? 'new']}
              load={async (query, signal) => {
                const page = await ask(api.GET('/api/v1/senders', { params: { query }, signal }));
                return { ...page, items: page.items.filter((one) => one.id !== sender?.id && !one.rehearsal) };
              }}
              read={(id, signal) => ask(api.GET('/api/v1/senders/{id}', { params: { path: { id } }, signal }))}
              value={draft.failOverTo}
              onChange={(id) => onChange('failOverTo', id)}
            />
          </div>
        </fieldset>
      )}
      <fieldset className={classes.rule}>
        <legend>{t('errors.break')}</legend>
        <p className="pr-small pr-quiet">{t('errors.breakWhy')}</p>
        <div className={classes.fields}>
          <NumberInput
            label={t('errors.breakAfter')}
            min={0}
            max={10_000}
            allowDecimal={false}
            value={draft.breakAfter}
            onChange={(value) => onChange('breakAfter', count(value))}
          />
          <DurationField
            label={t('errors.breakSeconds')}
            path="errors/breakSeconds"
            seconds={draft.breakSeconds}
            onChange={(seconds) => onChange('breakSeconds', seconds)}
          />
        </div>
      </fieldset>
    </div>
  );
}
