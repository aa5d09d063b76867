import { Card } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/lib/api';
import classes from './mailing.module.css';

/** Why a message went by its sender, where rules of a virtual sender chose it. */
export function Route({ route }: { route: Schema<'MessageRoute'> }) {
  const { t } = useTranslation('mailing');
  const { virtualSender, ruleName: name, percent, callerId, drawn, sender } = route;
  const rule = t(route.match === 'default' ? 'route.byDefault' : name ? 'route.named' : 'route.numbered', {
    number: route.rule + 1,
    name,
  });
  return (
    <Card>
      <h2 className={classes.cardTitle}>{t('route.title')}</h2>
      <p className="pr-long">
        {t(`route.${route.why}`, { virtual: virtualSender, rule, percent, callerId, drawn, sender })}
      </p>
    </Card>
  );
}
