import { Button, Card, Progress, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/lib/format/useFormat';
import classes from './job.module.css';
import type { useUpload } from './useUpload';

/** Where a file is dropped, or chosen by a button; and how far it is. */
export function Drop({ upload }: { upload: ReturnType<typeof useUpload> }) {
  const { t } = useTranslation('job');
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { going, send, cancel } = upload;
  if (going) {
    const percent = going.bytes > 0 ? Math.floor((100 * going.sent) / going.bytes) : 0;
    const words = t('import.sending', { sent: format.bytes(going.sent), all: format.bytes(going.bytes) });
    return (
      <Card className={classes.sending}>
        <b className="pr-long">{going.name}</b>
        <Progress.Root size="sm">
          <Progress.Section value={percent} aria-label={words} />
        </Progress.Root>
        <div className={classes.between}>
          <span className="pr-quiet pr-small pr-numbers">{words}</span>
          <Button size="xs" onClick={cancel}>
            {t('import.stopSending')}
          </Button>
        </div>
      </Card>
    );
  }
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file) send(file);
      }}
    >
      <IconFileUpload size={28} stroke={1.5} aria-hidden />
      <Text>{t('import.drop')}</Text>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('import.choose')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) send(file);
        }}
      />
      <Button variant="filled" onClick={() => input.current?.click()}>
        {t('import.choose')}
      </Button>
      <Text size="sm" className="pr-quiet">
        {t('import.kinds')}
      </Text>
    </div>
  );
}
