/** What is known of a reply after it was read. */
export interface ReadReply {
  /** unread or nothing until it was read. */
  kind: string | null | undefined;
  /** Subscriptions that it ended or gave back. */
  changed: number;
  spared: boolean;
  repeated: boolean;
  /** Whether it is known which resource it was about. */
  named: boolean;
}

export type Effect =
  'unread' | 'nothing' | 'spared' | 'ended' | 'endedAll' | 'notEnded' | 'given' | 'givenAll' | 'notGiven' | 'repeated';

/** What a reply did to subscriptions, or why it did nothing. */
export function effectOf({ kind, changed, spared, repeated, named }: ReadReply): Effect {
  if (!kind || kind === 'unread') return 'unread';
  if (kind !== 'stop' && kind !== 'start') return 'nothing';
  if (changed > 0 && kind === 'stop') return named ? 'ended' : 'endedAll';
  if (changed > 0) return named ? 'given' : 'givenAll';
  if (spared) return 'spared';
  if (repeated) return 'repeated';
  return kind === 'stop' ? 'notEnded' : 'notGiven';
}
