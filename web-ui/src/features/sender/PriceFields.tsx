import { ActionIcon, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMediaQuery } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { PHONE } from '@/lib/media';
import { isoTime, localTime, PRICES_A_PAGE, type PriceDraft, type Prices } from './prices';
import classes from './sender.module.css';

interface PriceFieldsProps {
  form: UseFormReturnType<PriceDraft>;
  /** Knows the countries of prefixes. */
  saved: Prices;
  /** Index of the first row. */
  from: number;
}

/** One page of prices, each with its prefix and the time from which it holds. */
export function PriceFields({ form, saved, from }: PriceFieldsProps) {
  const { t } = useTranslation('sender');
  const phone = useMediaQuery(PHONE) ?? false;
  const named = (name: 'prefix' | 'price' | 'validFrom') => {
    const label = t(`prices.${name}`);
    return phone ? { label } : { 'aria-label': label, placeholder: label };
  };
  const names = new Intl.DisplayNames([useLanguage()], { type: 'region' });
  const countries = new Map(saved.prices.map((one) => [one.prefix, one.country]));
  const rows = form.getValues().prices.slice(from, from + PRICES_A_PAGE);
  if (rows.length === 0) return <p className="pr-quiet">{t('prices.empty')}</p>;
  const where = (prefix: string) => {
    if (prefix.trim() === '') return t('prices.others');
    const country = countries.get(prefix.replace(/[+\s()-]/g, ''));
    return country ? names.of(country) : undefined;
  };
  return (
    <div className={classes.prices}>
      <div className={classes.priceHead} aria-hidden>
        <span>{t('prices.prefix')}</span>
        <span>{t('prices.price')}</span>
        <span>{t('prices.validFrom')}</span>
      </div>
      {rows.map((row, i) => {
        const path = `prices.${from + i}`;
        const number = from + i + 1;
        return (
          <div key={from + i} className={classes.price} role="group" aria-label={t('prices.row', { number })}>
            <TextInput
              {...named('prefix')}
              description={where(row.prefix)}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              maxLength={40}
              inputMode="tel"
              {...form.getInputProps(`${path}.prefix`)}
            />
            <TextInput
              {...named('price')}
              maxLength={40}
              inputMode="decimal"
              {...form.getInputProps(`${path}.price`)}
            />
            <TextInput
              type="datetime-local"
              {...named('validFrom')}
              {...form.getInputProps(`${path}.validFrom`)}
              value={localTime(row.validFrom)}
              onChange={(event) => form.setFieldValue(`${path}.validFrom`, isoTime(event.currentTarget.value))}
            />
            <ActionIcon
              variant="default"
              size={34}
              className={classes.removePrice}
              aria-label={t('prices.remove', { number })}
              onClick={() => {
                form.clearErrors();
                form.removeListItem('prices', from + i);
              }}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </div>
        );
      })}
    </div>
  );
}
