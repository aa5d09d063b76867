import type { Schema } from '@/lib/api';

export type VirtualSender = Schema<'VirtualSender'>;
export type Match = Schema<'RouteMatch'>;

export interface Target {
  senderId: string;
  percent: number | '';
  callerId: string;
}

export interface Rule {
  name: string;
  match: Match;
  values: string[];
  targets: Target[];
}

/** What the form of a virtual sender holds. */
export type Draft = {
  name: string;
  rules: Rule[];
};

/** What a person may choose; the default rule is there already and stays the last. */
export const MATCHES: Match[] = ['country', 'prefix', 'operator', 'caller-id'];
export const MOST_RULES = 50;
export const MOST_TARGETS = 10;

/** A sender in a rule; the first gets everything until somebody shares it. */
export function newTarget(others: number): Target {
  return { senderId: '', percent: others === 0 ? 100 : 0, callerId: '' };
}

/** A rule to begin with. */
export function newRule(match: Match): Rule {
  return { name: '', match, values: [], targets: [newTarget(0)] };
}

/** A form to begin with: what is saved, or a default rule that waits for its sender. */
export function draftOf(saved?: VirtualSender): Draft {
  return {
    name: saved?.name ?? '',
    rules: saved?.rules.map(ruleOf) ?? [newRule('default')],
  };
}

function ruleOf(rule: Schema<'RouteRule'>): Rule {
  return {
    name: rule.name ?? '',
    match: rule.match,
    values: rule.values ?? [],
    targets: rule.targets.map(({ senderId, percent, callerId = '' }) => ({ senderId, percent, callerId })),
  };
}

/** The shares of a rule together. */
export function sumOf(rule: Rule): number {
  return rule.targets.reduce((sum, target) => sum + (target.percent || 0), 0);
}

/** The rules as the server takes them. */
export function rulesOf(draft: Draft): Schema<'RouteRule'>[] {
  return draft.rules.map((rule) => ({
    name: rule.name.trim(),
    match: rule.match,
    values: rule.match === 'default' ? [] : rule.values,
    targets: rule.targets.map((target) => ({
      senderId: target.senderId,
      percent: target.percent || 0,
      callerId: target.callerId.trim(),
    })),
  }));
}

/** The rules with one moved a place up or down; the default rule stays the last. */
export function moved(rules: Rule[], from: number, by: -1 | 1): Rule[] {
  const to = from + by;
  const last = rules.length - 1;
  if (from === last || to < 0 || to >= last) return rules;
  const next = [...rules];
  const [rule] = next.splice(from, 1);
  if (rule) next.splice(to, 0, rule);
  return next;
}

/** The rules that lack a sender, by the field of each; the server cannot be asked without. */
export function missing(draft: Draft, sentence: string): Record<string, string> {
  return Object.fromEntries(
    draft.rules.flatMap((rule, i) =>
      rule.targets.flatMap((target, j) => (target.senderId ? [] : [[`rules.${i}.targets.${j}.senderId`, sentence]])),
    ),
  ) as Record<string, string>;
}
