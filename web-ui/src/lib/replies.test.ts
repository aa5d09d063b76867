import { describe, expect, it } from 'vitest';
import { effectOf, type ReadReply } from './replies';

const STOP: ReadReply = { kind: 'stop', changed: 1, spared: false, repeated: false, named: true };

describe('a reply', () => {
  it('did nothing as long as nobody has read it', () => {
    expect(effectOf({ ...STOP, kind: 'unread', changed: 0 })).toBe('unread');
    expect(effectOf({ ...STOP, kind: null, changed: 0 })).toBe('unread');
  });

  it('ended or gave back what it was about, or everything', () => {
    expect(effectOf(STOP)).toBe('ended');
    expect(effectOf({ ...STOP, named: false })).toBe('endedAll');
    expect(effectOf({ ...STOP, kind: 'start' })).toBe('given');
    expect(effectOf({ ...STOP, kind: 'start', named: false })).toBe('givenAll');
  });

  it('says why it changed nobody', () => {
    const none = { ...STOP, changed: 0 };
    expect(effectOf({ ...none, spared: true, repeated: true })).toBe('spared');
    expect(effectOf({ ...none, repeated: true })).toBe('repeated');
    expect(effectOf(none)).toBe('notEnded');
    expect(effectOf({ ...none, kind: 'start' })).toBe('notGiven');
    expect(effectOf({ ...none, kind: 'help', spared: true })).toBe('nothing');
  });

  it('is not called repeated where it changed something all the same', () => {
    expect(effectOf({ ...STOP, repeated: true })).toBe('ended');
  });
});
