import { useEffect, useRef, useState } from 'react';

const KEPT = 300;

/** The value of each second since the screen was opened, the newest last, five minutes at most. */
export function useHistory(value: number | undefined): number[] {
  const latest = useRef(value);
  const [values, setValues] = useState<number[]>([]);
  useEffect(() => {
    latest.current = value;
  });
  useEffect(() => {
    const timer = setInterval(() => {
      const next = latest.current;
      if (next !== undefined) setValues((before) => [...before.slice(1 - KEPT), next]);
    }, 1000);
    return () => clearInterval(timer);
  }, []);
  return values;
}
