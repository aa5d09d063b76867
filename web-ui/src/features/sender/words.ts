/** What a text of a gateway says, so that a person can read it in the own language. */
export interface Said {
  /** Key of the sentence. */
  key: string;
  /** What stands in the sentence. */
  values?: Record<string, string>;
  /** The operator's code, in small after the sentence. */
  code?: string;
  /** What follows, to be read like the whole. */
  rest?: string;
}

const LOGIN = /^The operator refused the login: .*\((0x[0-9a-f]{8}) (\w+)\)\.(?: (.+))?$/;
const NEXT_TRY = /^The next try follows in (\d+) s\.$/;
const BOUND = /^(\d+) of (\d+) connections are bound(?:\. (.+))?$/;
const AT = /^([\w.-]+(?::\d+)?|\[[0-9a-f:]+\](?::\d+)?): (.+)$/i;
const KNOWN_LOGIN = ['ESME_RINVPASWD', 'ESME_RINVSYSID', 'ESME_RINVSYSTYP', 'ESME_RALYBND', 'ESME_RBINDFAIL'];
const NO_CONNECTION: [RegExp, string][] = [
  [/connection refused/i, 'said.refusedThere'],
  [/failed to resolve|unknown host|nxdomain/i, 'said.noSuchHost'],
  [/timed out|timeout/i, 'said.noAnswerThere'],
  [/unreachable|no route/i, 'said.unreachable'],
  [/ssl|certificate|handshake/i, 'said.tls'],
];
/** Whole sentences of the SMPP gateway and of the server; another gateway's are shown as they are. */
const SENTENCES: Record<string, string> = {
  Connecting: 'said.connecting',
  'There is no answer yet.': 'said.noAnswerYet',
  Stopped: 'said.stopped',
  'The sender is not running at this moment.': 'said.stopped',
  'The sender is drained, so its connection is closed.': 'said.drained',
  'Not every kind of bind is bound yet': 'said.notEveryKind',
  'The operator closed the connection': 'said.closed',
  'The operator unbound': 'said.closed',
  'The operator lost the bind': 'said.closed',
  'The operator stopped answering': 'said.silent',
  'The operator did not answer the bind': 'said.noLoginAnswer',
  'The operator sent what is no SMPP': 'said.noSmpp',
  'The operator cannot read our commands': 'said.noSmpp',
  'The operator did not answer in time': 'said.late',
  'No more tries until somebody looks at it.': 'said.noMoreTries',
  'not sent: no bind to the operator': 'said.notSent',
  "The text does not fit the operator's alphabet or a part of it is too long": 'said.text',
};

/** Reads what a gateway says; nothing for words that are not known here. */
export function said(text: string): Said | undefined {
  if (/^ESME_\w+$/.test(text)) return { key: `trouble.${text}` };
  const bound = BOUND.exec(text);
  if (bound) {
    const values = { bound: bound[1] ?? '', all: bound[2] ?? '' };
    return bound[3] ? { key: 'said.boundBut', values, rest: bound[3] } : { key: 'said.bound', values };
  }
  const login = LOGIN.exec(text);
  if (login) {
    const name = login[2] ?? '';
    const key = `login.${KNOWN_LOGIN.includes(name) ? name : 'other'}`;
    const code = `${login[1]} ${name}`;
    return login[3] ? { key, code, rest: login[3] } : { key, code };
  }
  const next = NEXT_TRY.exec(text);
  if (next) return { key: 'said.nextTry', values: { seconds: next[1] ?? '' } };
  if (text.startsWith('Cannot connect: ')) {
    const key = NO_CONNECTION.find(([pattern]) => pattern.test(text))?.[1];
    return key === undefined ? undefined : { key };
  }
  const key = SENTENCES[text.replace(/(?<=[a-z])\.$/, '')] ?? SENTENCES[text];
  if (key !== undefined) return { key };
  // Of several hosts a gateway says which one it speaks of.
  const at = AT.exec(text);
  return at?.[2] && said(at[2]) ? { key: 'said.at', values: { host: at[1] ?? '' }, rest: at[2] } : undefined;
}
