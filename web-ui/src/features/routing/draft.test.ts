import { expect, it } from 'vitest';
import { draftOf, missing, moved, newRule, newTarget, rulesOf, sumOf } from './draft';

const target = (senderId: string, percent: number) => ({ senderId, percent, callerId: ' SHOP ' });

it('a new one has the default rule alone, which gives everything to one sender', () => {
  const draft = draftOf();
  expect(draft.rules).toEqual([newRule('default')]);
  expect(draft.rules[0]?.targets).toEqual([{ senderId: '', percent: 100, callerId: '' }]);
  expect(newTarget(1).percent).toBe(0);
});

it('rules are moved, and the default rule stays the last', () => {
  const rules = [newRule('country'), newRule('prefix'), newRule('default')];
  expect(moved(rules, 1, -1).map((rule) => rule.match)).toEqual(['prefix', 'country', 'default']);
  expect(moved(rules, 1, 1)).toBe(rules);
  expect(moved(rules, 2, -1)).toBe(rules);
  expect(moved(rules, 0, -1)).toBe(rules);
});

it('the server gets trimmed words and no values for the default rule', () => {
  const rule = {
    ...newRule('default'),
    values: ['KZ'],
    targets: [target('1', 30), { ...target('2', 70), percent: '' as const }],
  };
  expect(sumOf(rule)).toBe(30);
  expect(rulesOf({ name: '', rules: [rule] })).toEqual([
    {
      name: '',
      match: 'default',
      values: [],
      targets: [
        { senderId: '1', percent: 30, callerId: 'SHOP' },
        { senderId: '2', percent: 0, callerId: 'SHOP' },
      ],
    },
  ]);
});

it('a rule without a sender is named beside its field', () => {
  const draft = { name: '', rules: [{ ...newRule('default'), targets: [target('1', 100), newTarget(1)] }] };
  expect(missing(draft, 'Choose one.')).toEqual({ 'rules.0.targets.1.senderId': 'Choose one.' });
});
