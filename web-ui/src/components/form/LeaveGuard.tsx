import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before a screen with unsaved text is left. */
export function LeaveGuard({ dirty, leave }: { dirty: boolean; leave: () => void }) {
  const { t } = useTranslation('kit');
  const blocker = useBlocker({
    // A change behind the question mark stays on the screen.
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  const blocked = blocker.status === 'blocked';
  return (
    <Modal opened={blocked} onClose={() => blocker.reset?.()} title={t('form.leaveTitle')} centered>
      <Text size="md" mb="lg">
        {t('form.leaveWhy')}
      </Text>
      <Group justify="flex-end" gap="sm">
        <Button
          c="var(--pr-red-t)"
          onClick={() => {
            leave();
            blocker.proceed?.();
          }}
        >
          {t('form.leave')}
        </Button>
        <Button variant="filled" data-autofocus onClick={() => blocker.reset?.()}>
          {t('form.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
