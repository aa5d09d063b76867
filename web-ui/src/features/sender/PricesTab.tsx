import { Alert, Button, Card, Pagination, Select, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconClipboardText, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, ProblemForm, toast, useProblemForm } from '@/components';
import { api, ask, ifMatch, useMay } from '@/lib/api';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { BELOW } from './below';
import { PastePrices } from './PastePrices';
import { PriceFields } from './PriceFields';
import {
  MOST_PRICES,
  priceDraftOf,
  pricesBody,
  PRICES_A_PAGE,
  wrongPages,
  type PriceDraft,
  type PriceRow,
  type Prices,
} from './prices';
import { pricesOf } from './queries';
import classes from './sender.module.css';

/** What the operator asks for a part of a message. */
export function PricesTab({ senderId }: { senderId: string }) {
  const prices = useQuery(pricesOf(senderId));
  if (prices.isError && !prices.data) {
    return <ErrorState error={prices.error} retry={() => void prices.refetch()} />;
  }
  if (!prices.data) return <Skeleton height={200} radius="md" />;
  return <PriceForm senderId={senderId} saved={prices.data} />;
}

/** Every currency, by its name in the person's language. */
function useCurrencies(chosen: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([useLanguage()], { type: 'currency' });
  const codes = Intl.supportedValuesOf('currency');
  return [...new Set([...codes, ...(chosen ? [chosen] : [])])].map((value) => ({
    value,
    label: `${value} – ${names.of(value) ?? value}`,
  }));
}

function usePriceForm(senderId: string, saved: Prices) {
  const { t } = useTranslation('sender');
  const queries = useQueryClient();
  const path = { id: senderId };
  return useProblemForm<PriceDraft>({
    initial: priceDraftOf(saved),
    version: saved.version,
    draft: `prices.${senderId}`,
    save: async (draft, { version }) => {
      const params = { path, header: ifMatch(version) };
      const answer = await ask(api.PUT('/api/v1/senders/{id}/prices', { params, body: pricesBody(draft) }));
      queries.setQueryData(pricesOf(senderId).queryKey, answer);
      toast(t('prices.saved'));
      return answer;
    },
    reload: async () => {
      const now = await ask(api.GET('/api/v1/senders/{id}/prices', { params: { path } }));
      return { values: priceDraftOf(now), version: now.version };
    },
  });
}

function PriceForm({ senderId, saved }: { senderId: string; saved: Prices }) {
  const { t } = useTranslation('sender');
  const may = useMay()('senders:write');
  const problem = usePriceForm(senderId, saved);
  const { form } = problem;
  const { currency, prices } = form.getValues();
  const [page, setPage] = useState(1);
  const [pasting, setPasting] = useState(false);
  const pages = Math.max(1, Math.ceil(prices.length / PRICES_A_PAGE));
  const shown = Math.min(page, pages);
  const wrong = wrongPages(Object.keys(form.errors));
  const currencies = useCurrencies(currency);
  const put = (rows: PriceRow[], at: number) => {
    form.clearErrors();
    form.setFieldValue('prices', rows);
    setPage(Math.floor(Math.max(0, at) / PRICES_A_PAGE) + 1);
  };
  return (
    <ProblemForm form={problem} labels={{ currency: t('prices.currency'), prices: t('prices.title') }}>
      <fieldset disabled={!may} className={classes.form}>
        <legend className="pr-hidden">{t('prices.title')}</legend>
        <Card component="section">
          <Select
            label={t('prices.currency')}
            description={t('prices.currencyWhy')}
            placeholder={t('prices.none')}
            data={currencies}
            searchable
            clearable
            selectFirstOptionOnChange
            openOnFocus={false}
            inputWrapperOrder={BELOW}
            {...form.getInputProps('currency')}
            value={currency || null}
            onChange={(code) => form.setFieldValue('currency', code ?? '')}
          />
        </Card>
        <Card component="section">
          <h2 className={classes.title}>{t('prices.title')}</h2>
          <p className="pr-small pr-quiet">{t('prices.why')}</p>
          {form.errors['prices'] && (
            <Alert role="alert" color="red" icon={<IconAlertTriangle size={18} aria-hidden />} mb="md">
              {form.errors['prices']}
            </Alert>
          )}
          {wrong.length > 0 && pages > 1 && (
            <p role="alert" className={classes.wrongPages}>
              {t('prices.wrongPages', { pages: wrong.join(', ') })}
            </p>
          )}
          <PriceFields form={form} saved={saved} from={(shown - 1) * PRICES_A_PAGE} />
          {pages > 1 && (
            <Pagination
              mt="md"
              total={pages}
              value={shown}
              onChange={setPage}
              getControlProps={(control) => ({ 'aria-label': t(`prices.${control}`) })}
              getItemProps={(number) => ({ 'aria-label': t('prices.page', { page: number }) })}
            />
          )}
          {may && (
            <div className={classes.buttons}>
              <Button
                leftSection={<IconPlus size={16} aria-hidden />}
                disabled={prices.length >= MOST_PRICES}
                onClick={() => put([...prices, { prefix: '', price: '', validFrom: '' }], prices.length)}
              >
                {t('prices.add')}
              </Button>
              <Button leftSection={<IconClipboardText size={16} aria-hidden />} onClick={() => setPasting(true)}>
                {t('prices.paste')}
              </Button>
            </div>
          )}
        </Card>
      </fieldset>
      {may && (
        <div className={classes.buttons}>
          <Button type="submit" variant="filled" loading={problem.busy} disabled={!problem.dirty}>
            {t('prices.save')}
          </Button>
        </div>
      )}
      {pasting && (
        <PastePrices
          any={prices.length > 0}
          close={() => setPasting(false)}
          take={(rows, instead) => put(instead ? rows : [...prices, ...rows], instead ? 0 : prices.length)}
        />
      )}
    </ProblemForm>
  );
}
