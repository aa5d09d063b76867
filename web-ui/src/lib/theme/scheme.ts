import type { MantineColorSchemeManager } from '@mantine/core';
import { readKept, writeKept } from '../kept';

const KEY = 'scheme';
type Scheme = 'light' | 'dark' | 'auto';

/** Keeps light, dark or system in this browser, under the key that scheme.js reads before the first paint. */
export function keptScheme(): MantineColorSchemeManager {
  return {
    get: (fallback) => (readKept(KEY) as Scheme | null) ?? fallback,
    set: (value) => writeKept(KEY, value),
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => writeKept(KEY, null),
  };
}
