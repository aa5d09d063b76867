import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/lib/format/useFormat';
import { readPrices, type PriceRow } from './prices';

const MOST_NAMED = 10;

interface PastePricesProps {
  /** Whether there are prices that these can stand instead of. */
  any: boolean;
  close: () => void;
  take: (rows: PriceRow[], instead: boolean) => void;
}

/** Takes many prices at once from a spreadsheet or a CSV file. */
export function PastePrices({ any, close, take }: PastePricesProps) {
  const { t } = useTranslation('sender');
  const format = useFormat();
  const [text, setText] = useState('');
  const { rows, wrong } = readPrices(text);
  const lines = `${wrong.slice(0, MOST_NAMED).join(', ')}${wrong.length > MOST_NAMED ? '…' : ''}`;
  const done = (instead: boolean) => {
    take(rows, instead);
    close();
  };
  return (
    <Modal opened onClose={close} title={t('prices.pasteTitle')} size="lg">
      <Textarea
        data-autofocus
        label={t('prices.pasteLines')}
        description={t('prices.pasteHow')}
        rows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={wrong.length > 0 && t('prices.pasteWrong', { count: wrong.length, lines })}
      />
      <p role="status" className="pr-small pr-quiet">
        {t('prices.pasteFound', { count: rows.length, number: format.exact(rows.length) })}
      </p>
      <Group justify="flex-end" gap="sm">
        {any && (
          <Button disabled={rows.length === 0} onClick={() => done(true)}>
            {t('prices.pasteInstead')}
          </Button>
        )}
        <Button variant="filled" disabled={rows.length === 0} onClick={() => done(false)}>
          {t('prices.pasteAdd')}
        </Button>
      </Group>
    </Modal>
  );
}
