import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { onChange, type Topic } from './stream';

export { onBreak, startEvents, stopEvents, TOPICS, type Change, type Topic } from './stream';

const PAUSE = 1000;

/**
 * Loads queries again when the server says that something changed, at most once a second.
 *
 * @param topic what it is about, such as `runs`
 * @param keys beginnings of the keys of the queries
 * @param id only when this object changed; without it for any
 * @param pause milliseconds between two times at least, where once a second is more than anybody looks at
 */
export function useEvents(topic: Topic, keys: QueryKey[], id?: string, pause = PAUSE): void {
  const queries = useQueryClient();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    const load = () => {
      timer = undefined;
      last = Date.now();
      latest.current.forEach((queryKey) => void queries.invalidateQueries({ queryKey }));
    };
    const stop = onChange((change) => {
      const concerns = change.topic === 'reset' || (change.topic === topic && (!id || change.ids.includes(id)));
      if (concerns && timer === undefined) timer = setTimeout(load, Math.max(0, last + pause - Date.now()));
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [queries, topic, id, pause]);
}
