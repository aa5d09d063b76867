import { useSyncExternalStore } from 'react';

/** Whether the server answers. When it does not, it is asked again by itself, so that nobody has to press a button. */
export interface ServerState {
  up: boolean;
  /** When it is asked next, in milliseconds since 1970. */
  nextTry: number;
}

const PAUSES = [4, 4, 8, 15, 30];
const listeners = new Set<() => void>();
const recovered = new Set<() => void>();
let state: ServerState = { up: true, nextTry: 0 };
let tries = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function set(next: ServerState): void {
  state = next;
  listeners.forEach((listener) => listener());
}

/** Says that a request got no answer. */
export function noAnswer(): void {
  if (state.up) {
    tries = 0;
    plan();
  }
}

/** Says that a request got one. */
export function answered(): void {
  if (state.up) return;
  clearTimeout(timer);
  set({ up: true, nextTry: 0 });
  recovered.forEach((listener) => listener());
}

/** Asks now instead of waiting. */
export function tryNow(): void {
  clearTimeout(timer);
  fetch('/robots.txt', { cache: 'no-store' }).then(
    (response) => (response.status < 500 ? answered() : plan()),
    () => plan(),
  );
}

function plan(): void {
  const pause = (PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 30) * 1000;
  tries += 1;
  clearTimeout(timer);
  timer = setTimeout(tryNow, pause);
  set({ up: false, nextTry: Date.now() + pause });
}

/** Calls the listener each time the server is back. */
export function onRecovery(listener: () => void): () => void {
  recovered.add(listener);
  return () => recovered.delete(listener);
}

/** Whether the server answers, and when it is asked next. */
export function useServer(): ServerState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
