/** Tells people who listen instead of look. The shell holds the live region. */
const listeners = new Set<(text: string) => void>();

export function announce(text: string): void {
  listeners.forEach((listener) => listener(text));
}

export function onAnnouncement(listener: (text: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
