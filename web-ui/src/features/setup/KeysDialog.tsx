import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './setup.module.css';

const CTRL = 'Ctrl';
const KEYS = [
  ['find', [CTRL, 'K']],
  ['close', ['Esc']],
  ['skip', ['Tab', 'Enter']],
  ['save', [CTRL, 'Enter']],
  ['complete', [CTRL, 'Space']],
  ['leave', ['Tab']],
] as const;

/** Which keys do what; on Macs the command key does what Ctrl does elsewhere. */
export default function KeysDialog({ close }: { close: () => void }) {
  const { t } = useTranslation('setup');
  const mac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return (
    <Modal opened onClose={close} title={t('keys.title')}>
      <dl className={classes.keys}>
        {KEYS.map(([name, keys]) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key === CTRL && mac ? '⌘' : key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
