import { useEffect, useRef, useState } from 'react';
import type { Schema } from '@/lib/api';
import { sendFile, type Sending } from '@/lib/api/upload';

interface Going {
  name: string;
  bytes: number;
  sent: number;
}

/** Sends one file at a time, with its progress and a way to stop it. */
export function useUpload(onDone: (upload: Schema<'Upload'>) => void) {
  const sending = useRef<Sending>(undefined);
  const [going, setGoing] = useState<Going>();
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => () => sending.current?.cancel(), []);
  const send = (file: File) => {
    setProblem(undefined);
    setGoing({ name: file.name, bytes: file.size, sent: 0 });
    const mine = sendFile(`/api/v1/uploads?fileName=${encodeURIComponent(file.name)}`, file, (sent) =>
      setGoing((now) => now && { ...now, sent }),
    );
    sending.current = mine;
    mine.answer
      .then((answer) => onDone(answer as Schema<'Upload'>))
      .catch((failed: unknown) => {
        if (!(failed instanceof DOMException && failed.name === 'AbortError')) setProblem(failed);
      })
      .finally(() => setGoing(undefined));
  };
  return { going, problem, send, cancel: () => sending.current?.cancel() };
}
