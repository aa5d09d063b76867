import { useEffect } from 'react';
import { readKept, writeKept } from '@/lib/kept';

const KEY = 'reportRead';

/** Whether somebody has looked at a report in this browser; the last step of a first mailing. */
export function reportWasRead(): boolean {
  return readKept(KEY) !== null;
}

/** Keeps in mind that a report with messages in it was looked at. */
export function useReportRead(messages: number | undefined): void {
  useEffect(() => {
    if (messages !== undefined && messages > 0) writeKept(KEY, 'yes');
  }, [messages]);
}
