import { IconClock, IconHelpCircle, IconMessage, IconMessageOff, IconUserCheck, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Pill, type Meaning } from '@/components';
import type { Reply } from './queries';

const LOOKS: Record<Reply['kind'], [Meaning, Icon]> = {
  unread: ['gray', IconClock],
  stop: ['amber', IconMessageOff],
  start: ['green', IconUserCheck],
  help: ['sky', IconHelpCircle],
  other: ['outlined', IconMessage],
};

/** As what a reply was read. */
export function KindPill({ kind }: { kind: Reply['kind'] }) {
  const { t } = useTranslation('reply');
  const [meaning, icon] = LOOKS[kind];
  return (
    <Pill meaning={meaning} icon={icon}>
      {t(`kind.${kind}`)}
    </Pill>
  );
}
