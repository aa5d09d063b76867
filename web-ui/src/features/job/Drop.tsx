import { Button, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './job.module.css';

/** Where a file is dropped, or chosen by a button. */
export function Drop({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation('job');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
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
        if (file) onFile(file);
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
          if (file) onFile(file);
        }}
      />
      <Button variant="filled" loading={busy} onClick={() => input.current?.click()}>
        {t('import.choose')}
      </Button>
      <Text size="sm" className="pr-quiet">
        {t('import.kinds')}
      </Text>
    </div>
  );
}
