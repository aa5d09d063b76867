import { expect, it } from 'vitest';
import { bodyOf, settingsOf, type Draft, type Setting } from './draft';

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
const FORM = [
  setting('host'),
  setting('port', { default: '2775' }),
  setting('password', { secret: true }),
  setting('tls.trusted'),
];
const draft = (settings: Record<string, string>): Draft => ({
  name: 'A',
  gateway: 'smpp',
  callerId: '',
  messagesPerSecond: '',
  partsPerSecond: '',
  settings,
});

it('leaves a secret alone that nobody has typed', () => {
  const settings = settingsOf(FORM, { host: 'example.com' });
  expect(settings['password']).toBe('');
  expect(bodyOf(FORM, draft(settings)).settings).toEqual({ host: 'example.com', port: '2775' });
});

it('sends a secret that was typed, and a name with a dot as it is', () => {
  const settings = { ...settingsOf(FORM, {}), host: 'h', password: 'p', 'tls\u2024trusted': 'PEM' };
  expect(bodyOf(FORM, draft(settings)).settings).toEqual({
    host: 'h',
    port: '2775',
    password: 'p',
    'tls.trusted': 'PEM',
  });
});
