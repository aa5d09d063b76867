import type { Schema } from '@/lib/api';

export type Words = Schema<'ReplyWords'>;
export type Chosen = Schema<'ChosenReplyWords'>;
export type Standard = Words['languages'][number];
export const KINDS = ['stop', 'start', 'help'] as const;
export type Kind = (typeof KINDS)[number];

/** Always mean stop; the server refuses to turn them off. */
const ALWAYS = new Set(['STOP', 'СТОП'].map(plain));

/** As words are compared: without case, accents and punctuation. The server's comparison goes further, for what people type. */
export function plain(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** What can be changed of the words. */
export function chosenOf({ firstWord, stop, start, help, ignored }: Words): Chosen {
  return { firstWord, stop, start, help, ignored };
}

export function isAlways(word: string): boolean {
  return ALWAYS.has(plain(word));
}

/** Whether a word is among some, however it is written there. */
export function isAmong(words: string[], word: string): boolean {
  return words.some((one) => plain(one) === plain(word));
}

/** The words of a language that can be turned off. */
export function wordsOf(language: Standard): string[] {
  return KINDS.flatMap((kind) => language[kind].map((one) => one.word)).filter((word) => !isAlways(word));
}

/** Turns standard words on or off; a word that languages share counts in all of them or in none. */
export function turned(ignored: string[], words: string[], on: boolean): string[] {
  const others = ignored.filter((one) => !isAmong(words, one));
  if (on) return others;
  const distinct = words.filter((word, i) => words.findIndex((one) => plain(one) === plain(word)) === i);
  return [...others, ...distinct];
}

/** Words of a language that another one needs, which counts by some word that this one does not have. */
function neededElsewhere(languages: Standard[], ignored: string[], language: Standard): string[] {
  const off = new Set(ignored.map(plain));
  const own = new Set(wordsOf(language).map(plain));
  const needing = languages
    .filter((other) => other.language !== language.language)
    .map((other) => wordsOf(other).map(plain))
    .filter((words) => words.some((word) => !off.has(word) && !own.has(word)));
  const needed = new Set(needing.flat());
  return wordsOf(language).filter((word) => needed.has(plain(word)));
}

export type LanguageState = 'on' | 'some' | 'off';

/** Whether all words of a language count, or some, or none but those that it shares with others that count. */
export function stateOf(languages: Standard[], ignored: string[], language: Standard): LanguageState {
  const words = wordsOf(language);
  const counting = words.filter((word) => !isAmong(ignored, word));
  if (counting.length === words.length) return 'on';
  const needed = neededElsewhere(languages, ignored, language);
  return counting.every((word) => isAmong(needed, word)) ? 'off' : 'some';
}

/** Turns a language on or off; what others need goes on counting. */
export function withLanguage(languages: Standard[], ignored: string[], language: Standard, on: boolean): string[] {
  const words = wordsOf(language);
  if (on) return turned(ignored, words, true);
  const needed = neededElsewhere(languages, ignored, language);
  return turned(
    ignored,
    words.filter((word) => !isAmong(needed, word)),
    false,
  );
}

/** What the server says of one of the words of a list. */
export function errorOf(errors: Record<string, unknown>, kind: string): string | undefined {
  const found = Object.entries(errors).find(([field]) => field === kind || field.startsWith(`${kind}.`));
  return typeof found?.[1] === 'string' ? found[1] : undefined;
}
