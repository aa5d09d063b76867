import { Button, Card, Table, TextInput } from '@mantine/core';
import { IconCircleCheck, IconDropletOff, IconPlayerPause, IconPlugOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Phone, Pill } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import { useFormat } from '@/lib/format/useFormat';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { rulesOf, type Draft } from './draft';
import classes from './routing.module.css';

type Found = Schema<'RouteAnswer'>;

const PICTURES = { usable: IconCircleCheck, paused: IconPlayerPause, down: IconPlugOff, drained: IconDropletOff };
const MEANINGS = { usable: 'green', paused: 'amber', down: 'red', drained: 'gray' } as const;

function Answer({ found }: { found: Found }) {
  const { t } = useTranslation('routing');
  const names = new Intl.DisplayNames([useLanguage()], { type: 'region' });
  const taken = found.targets[found.taken];
  const drawn = found.targets[found.drawn];
  const rule = t(found.match === 'default' ? 'where.byDefault' : found.ruleName ? 'where.named' : 'where.numbered', {
    number: found.rule + 1,
    name: found.ruleName,
  });
  const format = useFormat();
  const priced = found.targets.some((target) => target.price);
  const several = found.targets.filter((target) => target.percent > 0).length > 1;
  return (
    <div role="status" className={classes.answer}>
      <p className="pr-long">
        <Phone value={`+${found.contact}`} />{' '}
        <span className="pr-quiet">
          {[found.country && (names.of(found.country) ?? found.country), found.operator].filter(Boolean).join(', ') ||
            t('where.noCountry')}
        </span>
      </p>
      <p className="pr-long">
        {t(`where.${found.why}`, { rule, sender: taken?.sender, drawn: drawn?.sender })}{' '}
        {several && found.why === 'share' && <span className="pr-quiet">{t('where.several')}</span>}
      </p>
      <Table>
        <caption className="pr-hidden">{t('where.senders')}</caption>
        <Table.Tbody>
          {found.targets.map((target, i) => (
            <Table.Tr key={target.senderId} data-taken={i === found.taken || undefined}>
              <Table.Th scope="row" fw={i === found.taken ? 600 : 400} className="pr-long">
                <bdi>{target.sender}</bdi>
                {priced && (
                  <div className="pr-small pr-quiet">
                    {target.price ? t('where.price', { price: format.costs([target.price]) }) : t('where.noPrice')}
                  </div>
                )}
              </Table.Th>
              <Table.Td ta="right">{t('where.percent', { percent: target.percent })}</Table.Td>
              <Table.Td>
                <Pill meaning={MEANINGS[target.standing]} icon={PICTURES[target.standing]}>
                  {t(`standing.${target.standing}`)}
                </Pill>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface WhereBoxProps {
  /** The rules as they stand in the form, saved or not. */
  draft: Draft;
  /** Whether the rules are complete enough to be asked. */
  complete: boolean;
}

/** Asks where a number would go by the rules in the form. */
export function WhereBox({ draft, complete }: WhereBoxProps) {
  const { t } = useTranslation('routing');
  const text = useProblemText();
  const [phone, setPhone] = useState('');
  const [callerId, setCallerId] = useState('');
  const asked = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/virtual-senders/where', {
          body: { phone: phone.trim(), callerId: callerId.trim(), rules: rulesOf(draft) },
        }),
      ),
  });
  const byCaller = draft.rules.some((rule) => rule.match === 'caller-id');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    asked.mutate();
  };
  return (
    <Card component="section">
      <h2 className={classes.title}>{t('where.title')}</h2>
      <form className={classes.where} onSubmit={submit}>
        <TextInput
          label={t('where.phone')}
          description={t('where.phoneWhy')}
          inputMode="tel"
          maxLength={40}
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
        {byCaller && (
          <TextInput
            label={t('where.callerId')}
            description={t('where.callerIdWhy')}
            maxLength={16}
            value={callerId}
            onChange={(event) => setCallerId(event.currentTarget.value)}
          />
        )}
        <div>
          <Button type="submit" loading={asked.isPending} disabled={!complete || phone.trim().length < 3}>
            {t('where.ask')}
          </Button>
        </div>
      </form>
      {!complete && <p className="pr-small pr-quiet">{t('where.incomplete')}</p>}
      {asked.isError && (
        <p role="alert" className={`pr-small ${classes.wrong}`}>
          {text.error(asked.error)}
        </p>
      )}
      {asked.data && <Answer found={asked.data} />}
    </Card>
  );
}
