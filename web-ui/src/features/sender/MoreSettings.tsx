import { Accordion } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './sender.module.css';

interface MoreSettingsProps {
  groups: string[];
  /** Groups where something has to be mended; they are open. */
  wrong: string[];
  children: (group: string) => ReactNode;
}

/** The settings that are seldom needed, closed until somebody wants them or one of them is wrong. */
export function MoreSettings({ groups, wrong, children }: MoreSettingsProps) {
  const { t } = useTranslation('sender');
  const [open, setOpen] = useState<string[]>([]);
  return (
    <Accordion
      multiple
      variant="separated"
      radius="md"
      order={2}
      classNames={{ item: classes.more }}
      value={[...new Set([...open, ...wrong])]}
      onChange={setOpen}
    >
      {groups.map((group) => (
        <Accordion.Item key={group} value={group}>
          <Accordion.Control>{t(`group.${group}`, { defaultValue: group })}</Accordion.Control>
          <Accordion.Panel>{children(group)}</Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
