import type { Schema } from '@/lib/api';

export type Setting = Schema<'Setting'>;

/** What the form of a sender holds. */
export type Draft = {
  name: string;
  gateway: string;
  callerId: string;
  messagesPerSecond: number | '';
  partsPerSecond: number | '';
  settings: Record<string, string>;
};

/** A name with a dot would be a path to the form. */
export function fieldName(setting: string): string {
  return setting.replaceAll('.', '\u2024');
}

/** What the form shows of a gateway's settings: what is saved, the defaults for the rest, nothing of the secrets. */
export function settingsOf(form: Setting[], saved: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    form.map((one) => [fieldName(one.name), one.secret ? '' : (saved[one.name] ?? one.default)]),
  );
}

/** What goes to the server: without the secrets that were not typed, which stay as they are. */
export function sentSettings(form: Setting[], draft: Draft): Record<string, string> {
  return Object.fromEntries(
    form
      .map((one): [Setting, string] => [one, draft.settings[fieldName(one.name)] ?? ''])
      .filter(([one, value]) => value !== '' || !(one.secret || value === one.default))
      .map(([one, value]) => [one.name, value]),
  );
}

export function bodyOf(form: Setting[], draft: Draft): Schema<'NewSender'> {
  return {
    name: draft.name.trim(),
    gateway: draft.gateway,
    callerId: draft.callerId.trim(),
    messagesPerSecond: draft.messagesPerSecond === '' ? null : draft.messagesPerSecond,
    partsPerSecond: draft.partsPerSecond === '' ? null : draft.partsPerSecond,
    settings: sentSettings(form, draft),
  };
}
