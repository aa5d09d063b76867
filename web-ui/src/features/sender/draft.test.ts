import { expect, it } from 'vitest';
import { ProblemError } from '@/lib/api';
import {
  besideFields,
  bodyOf,
  DELETED,
  draftOf,
  fieldOf,
  sameSettings,
  secretFields,
  sentSettings,
  type Sender,
  type Setting,
} from './draft';

const setting = (name: string, more: Partial<Setting> = {}): Setting => ({
  name,
  type: 'text',
  default: '',
  required: false,
  secret: false,
  options: [],
  min: 0,
  max: 100,
  group: 'connection',
  label: {},
  help: {},
  ...more,
});
const SETTINGS = [
  setting('host'),
  setting('port', { default: '2775' }),
  setting('password', { secret: true }),
  setting('tls.trusted'),
];
const GATEWAY = { name: 'smpp', settings: SETTINGS };
const SENDER = {
  rehearsal: false,
  id: '1',
  name: 'A',
  channel: 'sms',
  gateway: 'smpp',
  settings: { host: 'example.com', port: '2776' },
  secretsSet: ['password'],
  callerId: 'SHOP',
  messagesPerSecond: 5,
  partsPerSecond: null,
  validitySeconds: 600,
  maxParts: 3,
  charset: 'plain',
  window: 50,
  errors: {
    throttled: { tries: 1000, withinSeconds: 3600, pauseSeconds: 10, ending: 'refuse' },
    queueFull: { tries: 1000, withinSeconds: 86_400, pauseSeconds: 10, ending: 'refuse' },
    temporary: { tries: 7, withinSeconds: 86_400, pauseSeconds: 20, ending: 'fail-over' },
    permanent: { tries: 1, withinSeconds: 86_400, pauseSeconds: 10, ending: 'halt' },
    unknown: { tries: 2, withinSeconds: 86_400, pauseSeconds: 60, ending: 'refuse' },
    failOverTo: '12',
    breakAfter: 0,
    breakSeconds: 45,
  },
  doubts: { action: 'send-again', afterMinutes: 30, tries: 2 },
  paused: false,
  draining: false,
  drained: false,
  version: 4,
  createdAt: '2026-11-26T00:00:00Z',
} as Sender;

it('sends back everything of a sender that nobody has changed, so that nothing falls back to a default', () => {
  const {
    name,
    callerId,
    messagesPerSecond,
    partsPerSecond,
    validitySeconds,
    maxParts,
    charset,
    window,
    errors,
    doubts,
    settings,
  } = SENDER;
  expect(bodyOf(SETTINGS, draftOf(GATEWAY, SENDER))).toEqual({
    name,
    callerId,
    messagesPerSecond,
    partsPerSecond,
    validitySeconds,
    maxParts,
    charset,
    window,
    errors,
    doubts,
    settings,
  });
});

it('leaves a secret alone that nobody has typed', () => {
  const draft = draftOf(GATEWAY, SENDER);
  expect(draft[fieldOf('password')]).toBe('');
  expect(sentSettings(SETTINGS, draft)).not.toHaveProperty('password');
});

it('sends a secret that was typed or deleted, and a name with a dot as it is', () => {
  const typed = { ...draftOf(GATEWAY, SENDER), [fieldOf('password')]: 'p', [fieldOf('tls.trusted')]: 'PEM' };
  expect(sentSettings(SETTINGS, typed)).toMatchObject({ password: 'p', 'tls.trusted': 'PEM' });
  expect(sentSettings(SETTINGS, { ...typed, [fieldOf('password')]: DELETED })).toMatchObject({ password: '' });
});

it('names the secrets, which are never kept in the browser', () => {
  expect(secretFields([GATEWAY])).toEqual([fieldOf('password')]);
});

it('does not take a pause for a change of the settings', () => {
  expect(sameSettings(SENDER, { ...SENDER, paused: true, version: 5 })).toBe(true);
  expect(sameSettings(SENDER, { ...SENDER, settings: { port: '2776', host: 'example.com' } })).toBe(true);
  expect(sameSettings(SENDER, { ...SENDER, maxParts: 4 })).toBe(false);
  expect(sameSettings(SENDER, { ...SENDER, settings: { host: 'example.org' } })).toBe(false);
});

it('leads what the server says about a setting to its field', () => {
  const error = { pointer: '/settings/tls.trusted', code: 'setting-too-long', detail: 'Too long.' };
  const problem = new ProblemError({
    type: 'about:blank',
    title: '',
    status: 400,
    code: 'sender-settings-wrong',
    detail: '',
    errors: [error, { ...error, pointer: '/name' }, { ...error, pointer: '/errors/failOverTo' }],
  });
  const found = besideFields(problem) as ProblemError;
  expect(found.problem.errors?.map(({ pointer }) => pointer)).toEqual([
    `/${fieldOf('tls.trusted')}`,
    '/name',
    '/failOverTo',
  ]);
});

it('leads what the server says about messages in doubt to its field', () => {
  const problem = new ProblemError({
    code: 'invalid',
    detail: 'x',
    errors: ['/doubts/afterMinutes', '/doubts/tries'].map((pointer) => ({ pointer, code: 'x', detail: 'x' })),
  } as never);
  const found = besideFields(problem) as ProblemError;
  expect(found.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/doubtMinutes', '/doubtTries']);
});
