import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Says that something was done, and what follows from it. Problems stand where they happened, not here. */
export function toast(title: string, message?: ReactNode): void {
  notifications.show({
    title,
    message,
    icon: <IconCircleCheck size={20} color="var(--pr-green)" aria-hidden />,
    color: 'green',
    withBorder: true,
    autoClose: 6000,
  });
}

/** Says that something in the background did not work, where no form is there to say it. */
export function toastProblem(title: string, message?: ReactNode): void {
  notifications.show({
    title,
    message,
    icon: <IconAlertTriangle size={20} color="var(--pr-red)" aria-hidden />,
    color: 'red',
    withBorder: true,
    autoClose: 12000,
    role: 'alert',
  });
}
