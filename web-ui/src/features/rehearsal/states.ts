import type { StateOf } from '@/components';

const STATES: Record<string, StateOf<'message'>> = {
  'on the way': 'submitted',
  delivered: 'delivered',
  undelivered: 'undelivered',
  expired: 'expired',
};

/** The simulator's word as a state of the product. */
export function stateOf(word: string): StateOf<'message'> {
  return STATES[word] ?? 'in-doubt';
}

/** A phone shows only what came to it. */
export function onPhone(message: { state: string }): boolean {
  return message.state === 'delivered';
}

/** Whether this browser can open the simulator's own page: one on the server itself, only there. */
export function reachable(page: string, here: string): boolean {
  const LOCAL = ['localhost', '127.0.0.1', '[::1]'];
  const { hostname } = new URL(page);
  return !LOCAL.includes(hostname) || LOCAL.includes(here);
}
