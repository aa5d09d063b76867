/** What a piece of a template is, for its colour. */
export type Kind = 'value' | 'logic' | 'keyword' | 'operator' | 'field' | 'string' | 'number' | 'comment' | 'link';

/** Offsets are UTF-16 units, as the editor and the server count. */
export interface Span {
  from: number;
  to: number;
  kind: Kind;
}

export const OPERATORS = [
  'equal',
  'not_equal',
  'contains',
  'not_contains',
  'in',
  'not_in',
  'greater',
  'greater_equal',
  'less',
  'less_equal',
  'exists',
  'not_exists',
] as const;
export const JOINERS = ['and', 'or', 'not'] as const;
const BLOCKS = new Set(['if', 'else', 'elseif', 'end', 'range', 'unless', 'each', 'with', 'as']);
const LOGIC = new Set<string>([...OPERATORS, ...JOINERS]);
const INSIDE = /"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|[$@]?[A-Za-z_][\w.]*|\d+(?:\.\d+)?/g;
const OPENS = /^\{(?:[A-Za-z_]|\$[A-Za-z_])/;
const OPENS_TWICE = /^\{\{\{?[~#/^!]*\s*[A-Za-z_@.$!"'(]/;
const LINK = /https?:\/\/[^\s{}<>"]+/g;

function isTag(text: string, at: number): boolean {
  const slashes = /\\*$/.exec(text.slice(Math.max(0, at - 64), at))?.[0].length ?? 0;
  const next = text.slice(at, at + 16);
  return slashes % 2 === 0 && (OPENS.test(next) || OPENS_TWICE.test(next));
}

/** Where the tag that begins here ends; one that is not closed ends before the next brace or line. */
function endOf(text: string, from: number): number {
  const open = /^\{{1,3}/.exec(text.slice(from, from + 3))?.[0].length ?? 1;
  let quote = '';
  for (let at = from + open; at < text.length; at += 1) {
    const c = text.charAt(at);
    if (quote) {
      if (c === '\\') at += 1;
      else if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '}' && text.startsWith('}'.repeat(open), at)) return at + open;
    else if (c === '{') return at;
  }
  const line = text.indexOf('\n', from);
  return line < 0 ? text.length : line;
}

/** The tags of a text, in their order. */
export function tags(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let at = text.indexOf('{'); at >= 0;) {
    if (isTag(text, at)) {
      const to = endOf(text, at);
      found.push({ from: at, to });
      at = text.indexOf('{', to);
    } else {
      // Both braces of an escaped pair are text.
      at = text.indexOf('{', at + (text.charAt(at - 1) === '\\' && text.charAt(at + 1) === '{' ? 2 : 1));
    }
  }
  return found;
}

function kindOf(word: string): Kind {
  if (word.startsWith('"') || word.startsWith("'")) return 'string';
  if (/^\d/.test(word)) return 'number';
  if (BLOCKS.has(word)) return 'keyword';
  return LOGIC.has(word) ? 'operator' : 'field';
}

function inside(text: string, from: number, to: number): Span[] {
  const tag = text.slice(from, to);
  if (/^\{\{~?!/.test(tag)) return [{ from, to, kind: 'comment' }];
  const words = [...tag.matchAll(INSIDE)].map((word) => ({
    from: from + word.index,
    to: from + word.index + word[0].length,
    kind: kindOf(word[0]),
  }));
  const value = words.length === 1 && words[0]?.kind === 'field' && !/^\{+~?[#/]/.test(tag);
  return [{ from, to, kind: value ? 'value' : 'logic' }, ...words];
}

/** The texts between the tags, which are sent as they stand. */
export function literals(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = 0;
  for (const tag of tags(text)) {
    if (tag.from > from) found.push({ from, to: tag.from });
    from = tag.to;
  }
  if (from < text.length) found.push({ from, to: text.length });
  return found;
}

/** Everything that has a colour; a tag comes before what stands in it. */
export function spans(text: string): Span[] {
  const links = literals(text).flatMap(({ from, to }) =>
    [...text.slice(from, to).matchAll(LINK)].map((link): Span => ({
      from: from + link.index,
      to: from + link.index + link[0].length,
      kind: 'link',
    })),
  );
  return [...tags(text).flatMap((tag) => inside(text, tag.from, tag.to)), ...links];
}

/** From where to where a problem at this line and column (both from 1) is underlined. */
export function placeOf(text: string, line: number, column: number): { from: number; to: number } {
  let start = 0;
  for (let passed = 1; passed < line && start >= 0; passed += 1) {
    const end = text.indexOf('\n', start);
    start = end < 0 ? text.length : end + 1;
  }
  const from = Math.min(start + column - 1, text.length);
  const tag = tags(text).find((one) => one.from === from);
  const word = /^(?:[$@]?\w[\w.]*|[\s\S])/.exec(text.slice(from, from + 200))?.[0].length ?? 0;
  const to = tag ? tag.to : from + word;
  return to > from ? { from, to } : { from: Math.max(0, from - 1), to: from };
}
