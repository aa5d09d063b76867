import { ProblemError, type Schema } from '@/lib/api';

export type Setting = Schema<'Setting'>;
export type Gateway = Schema<'ProviderForm'>;
export type Sender = Schema<'Sender'>;
type Rules = Schema<'ErrorRules'>;
/** Classes of an operator's errors, in the order in which they stand in the form. */
export const ERROR_CLASSES = ['throttled', 'queueFull', 'temporary', 'permanent', 'unknown'] as const;
/** What may happen to characters that GSM 03.38 does not have. */
export const CHARSETS = ['auto', 'plain', 'gsm-only'] as const;
export type ErrorClass = (typeof ERROR_CLASSES)[number];
/** What becomes of a message when no try is left. */
export const ENDINGS = ['refuse', 'halt', 'fail-over'] as const;
export type Ending = (typeof ENDINGS)[number];

const DEFAULTS = { maxParts: 10, window: 1000, validitySeconds: 86_400 };
const DAY = 86_400;
const USUAL = {
  throttled: { tries: 1000, withinSeconds: DAY, pauseSeconds: 10, ending: 'refuse' },
  queueFull: { tries: 1000, withinSeconds: DAY, pauseSeconds: 10, ending: 'refuse' },
  temporary: { tries: 5, withinSeconds: DAY, pauseSeconds: 10, ending: 'refuse' },
  permanent: { tries: 1, withinSeconds: DAY, pauseSeconds: 10, ending: 'refuse' },
  unknown: { tries: 2, withinSeconds: DAY, pauseSeconds: 60, ending: 'refuse' },
  breakAfter: 20,
  breakSeconds: 30,
} as const;
/** What a sender does about messages in doubt unless it is told otherwise. */
export const USUAL_DOUBTS = { action: 'hold', afterMinutes: 10, tries: 1 } as const;
const PREFIX = 'setting:';
/** What a secret holds that shall be deleted; nobody can type it. */
export const DELETED = '\u0000';

/** What the form of a sender holds. The settings of its gateway stand beside the rest, each under its `fieldOf`. */
export type Draft = {
  name: string;
  gateway: string;
  callerId: string;
  messagesPerSecond: number | '';
  partsPerSecond: number | '';
  window: number | '';
  maxParts: number | '';
  charset: Sender['charset'];
  validitySeconds: number | '';
  breakAfter: number | '';
  breakSeconds: number | '';
  doubtAction: 'hold' | 'send-again';
  doubtMinutes: number | '';
  doubtTries: number | '';
  /** Id of the sender that takes over; empty for none. */
  failOverTo: string;
} & Record<`setting:${string}`, string> &
  Record<`error:${ErrorClass}:${'tries' | 'within' | 'pause'}`, number | ''> &
  Record<`error:${ErrorClass}:ending`, Ending>;

/** The field of a setting; a name with a dot would be a path to the form. */
export function fieldOf(setting: string): `setting:${string}` {
  return `${PREFIX}${setting.replaceAll('.', '\u2024')}`;
}

/** The names of the fields whose text must not be kept or shown. */
export function secretFields(gateways: Gateway[]): `setting:${string}`[] {
  return gateways.flatMap((one) => one.settings.filter((setting) => setting.secret).map(({ name }) => fieldOf(name)));
}

/** What the form shows of a gateway's settings: what is saved, the defaults for the rest, nothing of the secrets. */
function settingsOf(settings: Setting[], saved: Record<string, string>): Record<`setting:${string}`, string> {
  return Object.fromEntries(
    settings.map((one) => [fieldOf(one.name), one.secret ? '' : (saved[one.name] ?? one.default)]),
  );
}

type RuleDraft = Omit<Pick<Draft, Extract<keyof Draft, `error:${string}` | `break${string}` | 'failOverTo'>>, never>;

/** What the form shows of the rules for errors. */
function rulesDraft(rules: Rules = {}): RuleDraft {
  const fields = ERROR_CLASSES.flatMap((one) => {
    const rule = { ...USUAL[one], ...rules[one] };
    return [
      [`error:${one}:tries`, rule.tries],
      [`error:${one}:within`, rule.withinSeconds],
      [`error:${one}:pause`, rule.pauseSeconds],
      [`error:${one}:ending`, rule.ending],
    ];
  });
  const { breakAfter = USUAL.breakAfter, breakSeconds = USUAL.breakSeconds } = rules;
  return { ...(Object.fromEntries(fields) as RuleDraft), breakAfter, breakSeconds, failOverTo: rules.failOverTo ?? '' };
}

/** The rules that go to the server; an empty field is as usual. */
function rulesOf(draft: Draft): Rules {
  const rule = (one: ErrorClass) => ({
    tries: given(draft[`error:${one}:tries`]) ?? USUAL[one].tries,
    withinSeconds: given(draft[`error:${one}:within`]) ?? USUAL[one].withinSeconds,
    pauseSeconds: given(draft[`error:${one}:pause`]) ?? USUAL[one].pauseSeconds,
    ending: draft[`error:${one}:ending`],
  });
  return {
    throttled: rule('throttled'),
    queueFull: rule('queueFull'),
    temporary: rule('temporary'),
    permanent: rule('permanent'),
    unknown: rule('unknown'),
    failOverTo: draft.failOverTo || null,
    breakAfter: given(draft.breakAfter) ?? USUAL.breakAfter,
    breakSeconds: given(draft.breakSeconds) ?? USUAL.breakSeconds,
  };
}

/** A form to begin with: what is saved, or what a new sender has. */
export function draftOf(gateway: Gateway, sender?: Sender): Draft {
  return {
    name: sender?.name ?? '',
    gateway: gateway.name,
    callerId: sender?.callerId ?? '',
    messagesPerSecond: sender?.messagesPerSecond ?? '',
    partsPerSecond: sender?.partsPerSecond ?? '',
    window: sender?.window ?? DEFAULTS.window,
    maxParts: sender?.maxParts ?? DEFAULTS.maxParts,
    charset: sender?.charset ?? 'auto',
    validitySeconds: sender?.validitySeconds ?? DEFAULTS.validitySeconds,
    ...rulesDraft(sender?.errors),
    doubtAction: sender?.doubts.action ?? USUAL_DOUBTS.action,
    doubtMinutes: sender?.doubts.afterMinutes ?? USUAL_DOUBTS.afterMinutes,
    doubtTries: sender?.doubts.tries ?? USUAL_DOUBTS.tries,
    ...settingsOf(gateway.settings, sender?.settings ?? {}),
  };
}

/** The settings that go to the server: an untouched secret is not sent and so stays, a deleted one is sent empty. */
export function sentSettings(settings: Setting[], draft: Draft): Record<string, string> {
  return Object.fromEntries(
    settings
      .map((one): [Setting, string] => [one, draft[fieldOf(one.name)] ?? ''])
      .filter(([one, value]) => value !== '' || (!one.secret && one.default !== ''))
      .map(([one, value]) => [one.name, value === DELETED ? '' : value]),
  );
}

const given = (value: number | '') => (value === '' ? null : value);

export function bodyOf(settings: Setting[], draft: Draft): Schema<'ChangedSender'> {
  return {
    name: draft.name.trim(),
    callerId: draft.callerId.trim(),
    messagesPerSecond: given(draft.messagesPerSecond),
    partsPerSecond: given(draft.partsPerSecond),
    window: given(draft.window) ?? DEFAULTS.window,
    maxParts: given(draft.maxParts) ?? DEFAULTS.maxParts,
    charset: draft.charset,
    validitySeconds: given(draft.validitySeconds) ?? DEFAULTS.validitySeconds,
    errors: rulesOf(draft),
    doubts: {
      action: draft.doubtAction,
      afterMinutes: given(draft.doubtMinutes) ?? USUAL_DOUBTS.afterMinutes,
      tries: given(draft.doubtTries) ?? USUAL_DOUBTS.tries,
    },
    settings: sentSettings(settings, draft),
  };
}

/** Whether nothing differs that the form could have changed; a pause changes the version, too. */
export function sameSettings(one: Sender, other: Sender): boolean {
  const content = (sender: Sender) =>
    JSON.stringify({ ...sender, paused: null, version: null, settings: Object.entries(sender.settings).sort() });
  return content(one) === content(other);
}

/** Fields whose names differ from what the server calls them. */
const FIELDS: Record<string, string> = {
  '/errors/failOverTo': '/failOverTo',
  '/doubts/afterMinutes': '/doubtMinutes',
  '/doubts/tries': '/doubtTries',
};

/** The problem with its pointers led to the fields of the form. */
export function besideFields(problem: unknown): unknown {
  if (!(problem instanceof ProblemError) || !problem.problem.errors) return problem;
  const SETTINGS = '/settings/';
  return new ProblemError({
    ...problem.problem,
    errors: problem.problem.errors.map((error) =>
      error.pointer.startsWith(SETTINGS)
        ? { ...error, pointer: `/${fieldOf(error.pointer.slice(SETTINGS.length))}` }
        : { ...error, pointer: FIELDS[error.pointer] ?? error.pointer },
    ),
  });
}
