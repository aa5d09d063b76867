/**
 * One stream of server-sent events a browser, however many windows show Postrider. The windows elect a leader by a Web Lock;
 * it alone listens to the server and tells the others. When it closes, the lock goes to the next one, whose new stream
 * begins with "reset". A window that holds a lock is not frozen by the browser, so the leader may be in the background.
 * (Over plain HTTP there are no locks, but there is no session either, except on this computer itself, where there are.)
 */
export interface Change {
  /** Topic such as `runs`, or `reset`: anything may have changed. */
  topic: string;
  ids: string[];
}

type Listener = (change: Change) => void;
const CHANNEL = 'postrider.events';
const LOCK = 'postrider.events.leader';
/** What windows tell each other when the stream ends: the server may be gone, or the session over. */
const BROKEN = 'broken';
const PAUSES = [1000, 2000, 5000, 15000];
/** As openapi.yaml names them. */
export const TOPICS = ['runs', 'jobs', 'senders'] as const;
export type Topic = (typeof TOPICS)[number];

const listeners = new Set<Listener>();
const broken = new Set<() => void>();
let running: AbortController | undefined;
let channel: BroadcastChannel | undefined;

function tell(change: Change): void {
  if (change.topic === BROKEN) broken.forEach((listener) => listener());
  else listeners.forEach((listener) => listener(change));
}

/** Listens to the server until the signal; a stream that breaks is opened again, with longer and longer pauses. */
function lead(signal: AbortSignal, out: (change: Change) => void): Promise<void> {
  return new Promise((done) => {
    let source: EventSource | undefined;
    let failures = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource('/api/v1/events');
      source.onopen = () => (failures = 0);
      source.addEventListener('reset', () => out({ topic: 'reset', ids: [] }));
      for (const topic of TOPICS) {
        source.addEventListener(topic, (event: MessageEvent<string>) => {
          out({ topic, ids: (JSON.parse(event.data) as { ids: string[] }).ids });
        });
      }
      source.onerror = () => {
        out({ topic: BROKEN, ids: [] });
        // A broken connection is opened again by the browser; a refused one, such as after the session, is not.
        if (source?.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(open, PAUSES[Math.min(failures, PAUSES.length - 1)]);
        failures += 1;
      };
    };
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      source?.close();
      done();
    });
    open();
  });
}

/** Begins to listen, once somebody is logged in. */
export function startEvents(): void {
  if (running) return;
  running = new AbortController();
  const { signal } = running;
  const open = new BroadcastChannel(CHANNEL);
  channel = open;
  open.onmessage = (event: MessageEvent<Change>) => tell(event.data);
  const leading = () =>
    lead(signal, (change) => {
      tell(change);
      if (!signal.aborted) open.postMessage(change);
    });
  if (navigator.locks) {
    navigator.locks.request(LOCK, { signal }, leading).catch(() => undefined);
  } else {
    void leading();
  }
}

/** Ends it, at logging out. */
export function stopEvents(): void {
  running?.abort();
  channel?.close();
  running = undefined;
}

/** Calls the listener for each change until the answer is called. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls the listener when the stream breaks: because the server is gone, or refuses it after the session's end. */
export function onBreak(listener: () => void): () => void {
  broken.add(listener);
  return () => broken.delete(listener);
}
