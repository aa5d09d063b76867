import {
  IconArrowBackUp,
  IconCopy,
  IconDeviceMobileMessage,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconSend,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import type { Action } from './actions';

/** The picture of each action. */
export const ICONS: Record<Action, Icon> = {
  edit: IconPencil,
  test: IconDeviceMobileMessage,
  activate: IconSend,
  deactivate: IconArrowBackUp,
  pause: IconPlayerPause,
  resume: IconPlayerPlay,
  stop: IconPlayerStop,
  clone: IconCopy,
  delete: IconTrash,
};
