/** The key of the sentence for what an operator says by a name of the SMPP protocol; none for other words. */
export function sentenceKey(text: string): string | undefined {
  return /^ESME_\w+$/.test(text) ? `trouble.${text}` : undefined;
}
