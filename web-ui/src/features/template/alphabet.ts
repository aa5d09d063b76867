import type { Schema } from '@/lib/api';
import { literals } from './language';

type Preview = Schema<'Preview'>;
type Culprit = NonNullable<Preview['culprits']>[number];

/** A character that forces UCS-2, how often it occurs, and where first (from 0). */
export interface CulpritGroup {
  character: string;
  replacement: string | null;
  times: number;
  first: number;
}

/** Each such character once, in the order of the text. */
export function groups(culprits: readonly Culprit[]): CulpritGroup[] {
  const found = new Map<string, CulpritGroup>();
  for (const { character, replacement, position } of culprits) {
    const group = found.get(character);
    if (group) group.times += 1;
    else found.set(character, { character, replacement, times: 1, first: position });
  }
  return [...found.values()];
}

/** Puts the replacements into a template. Tags stay as they are: what they compare with must not change. */
export function replaced(text: string, culprits: readonly Pick<CulpritGroup, 'character' | 'replacement'>[]): string {
  const by = new Map(culprits.map(({ character, replacement }) => [character, replacement]));
  let result = '';
  let done = 0;
  for (const { from, to } of literals(text)) {
    const plain = [...text.slice(from, to)].map((character) => by.get(character) ?? character).join('');
    result += text.slice(done, from) + plain;
    done = to;
  }
  return result + text.slice(done);
}

/** Cuts a text so that these characters stand alone and can be marked. */
export function cut(text: string, characters: ReadonlySet<string>): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  for (const character of text) {
    const marked = characters.has(character);
    const last = pieces.at(-1);
    if (last && last.marked === marked) last.text += character;
    else pieces.push({ text: character, marked });
  }
  return pieces;
}
