import { expect, it } from 'vitest';
import { bodyOf, draftOf, localTime, NEW } from './draft';

it('comes back from a local time to the same moment', () => {
  const iso = '2026-06-16T14:30:00.000Z';
  expect(bodyOf({ ...NEW, name: 'A', when: 'at', sendAt: localTime(iso) }).sendAt).toBe(iso);
});

it('sends nothing of a time that is not wanted any more', () => {
  expect(bodyOf({ ...NEW, name: 'A', when: 'now', sendAt: '2026-06-16T14:30' }).sendAt).toBeNull();
});

it('loses nothing between the mailing and the form', () => {
  const body = { ...bodyOf({ ...NEW, name: 'A', resourceId: '5', recipientsLimit: 10 }) };
  const mailing = { ...body, id: '1', state: 'draft', version: 1 } as unknown as Parameters<typeof draftOf>[0];
  expect(bodyOf(draftOf(mailing))).toEqual(body);
});
