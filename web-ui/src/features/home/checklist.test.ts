import { describe, expect, it } from 'vitest';
import { stepsOf, type Facts } from './checklist';

const NOTHING: Facts = { senders: [], databases: [], resources: [], templates: [], mailings: [], read: false };

function facts(some: object): Facts {
  return { ...NOTHING, ...some };
}

const done = (some: object) =>
  stepsOf(facts(some))
    .filter((step) => step.done)
    .map((step) => step.name);

describe('the five steps of a first mailing', () => {
  it('are all to do in an empty installation, each with the way to it', () => {
    expect(done({})).toEqual([]);
    expect(stepsOf(NOTHING).map((step) => step.path)).toEqual([
      '/setup',
      '/imports/new',
      '/templates/new',
      '/mailings/new',
      '/mailings',
    ]);
  });

  it('tick themselves by what there is', () => {
    expect(done({ senders: [{ senderId: '1', name: 'A', phase: 'up' }] })).toEqual(['connect']);
    expect(done({ databases: [{ profiles: 5 }], resources: [{ subscriptions: { subscribed: 4 } }] })).toEqual([
      'people',
    ]);
    expect(done({ templates: [{ id: '1', state: 'ready' }] })).toEqual(['write']);
    expect(done({ mailings: [{ id: '1', lastRun: { progress: {} } }] })).toEqual(['send']);
    expect(done({ mailings: [{ id: '1', lastRun: { progress: {} } }], read: true })).toEqual(['send', 'read']);
  });

  it('do not tick by half', () => {
    const half = {
      senders: [{ senderId: '7', name: 'A', phase: 'connecting' }],
      databases: [{ profiles: 5 }],
      resources: [{ subscriptions: {} }],
      templates: [{ id: '8', state: 'draft' }],
      mailings: [{ id: '9', lastRun: null }],
      read: true,
    };
    expect(done(half)).toEqual([]);
    expect(stepsOf(facts(half)).map((step) => [step.said, step.path])).toEqual([
      ['made', '/senders/7'],
      ['unsubscribed', '/imports/new'],
      ['draft', '/templates/8'],
      ['draft', '/mailings/9'],
      ['none', '/mailings'],
    ]);
  });
});
