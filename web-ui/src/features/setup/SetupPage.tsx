import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components';
import { DemoStep } from './DemoStep';
import { SenderStep } from './SenderStep';
import classes from './setup.module.css';
import { Step } from './Step';
import { Link } from '@tanstack/react-router';

/** The way from an empty server to a first mailing: each step ticks itself, and none has to be done here. */
export default function SetupPage() {
  const { t } = useTranslation('setup');
  return (
    <>
      <PageHeader title={t('title')} meta={t('meta')} />
      <ol className={classes.steps}>
        <Step done number={1} title={t('password.title')}>
          <p>
            {t('password.why')} <Link to="/account/password">{t('password.change')}</Link>
          </p>
        </Step>
        <SenderStep />
        <DemoStep />
      </ol>
      <p className={classes.on}>
        {t('on')} <Link to="/">{t('home')}</Link>
      </p>
    </>
  );
}
