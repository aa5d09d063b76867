import type { Schema } from '@/lib/api';

/** What the wizard asks for; empty words are what is not chosen yet. */
export type Draft = {
  name: string;
  resourceId: string;
  senderId: string;
  virtualSenderId: string;
  databaseId: string;
  templateId: string;
  recipientsLimit: number | '';
  messagesPerSecond: number | '';
  when: 'now' | 'at';
  /** Local time as the browser's field writes it: 2026-06-16T14:00. */
  sendAt: string;
};

export const NEW: Draft = {
  name: '',
  resourceId: '',
  senderId: '',
  virtualSenderId: '',
  databaseId: '',
  templateId: '',
  recipientsLimit: '',
  messagesPerSecond: '',
  when: 'now',
  sendAt: '',
};

/** The moment as a field of type datetime-local wants it, in this computer's zone. */
export function localTime(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function draftOf(mailing: Schema<'Mailing'>): Draft {
  return {
    name: mailing.name,
    resourceId: mailing.resourceId ?? '',
    senderId: mailing.senderId ?? '',
    virtualSenderId: mailing.virtualSenderId ?? '',
    databaseId: mailing.databaseId ?? '',
    templateId: mailing.templateId ?? '',
    recipientsLimit: mailing.recipientsLimit ?? '',
    messagesPerSecond: mailing.messagesPerSecond ?? '',
    when: mailing.sendAt ? 'at' : 'now',
    sendAt: mailing.sendAt ? localTime(mailing.sendAt) : '',
  };
}

/** The body of a request that makes it or changes it. */
export function bodyOf(draft: Draft): Schema<'NewMailing'> {
  return {
    name: draft.name.trim(),
    channel: 'sms',
    resourceId: draft.resourceId || null,
    senderId: draft.senderId || null,
    virtualSenderId: draft.virtualSenderId || null,
    databaseId: draft.databaseId || null,
    templateId: draft.templateId || null,
    recipientsLimit: draft.recipientsLimit === '' ? null : draft.recipientsLimit,
    messagesPerSecond: draft.messagesPerSecond === '' ? null : draft.messagesPerSecond,
    sendAt: draft.when === 'at' && draft.sendAt ? new Date(draft.sendAt).toISOString() : null,
  };
}
