/** What an operator wrote, without the beginning of the message that receipts repeat at their end. */
export function operatorWords(detail: string | null): string {
  return (detail ?? '').replace(/\s*\btext:[\s\S]*$/i, '').trim();
}
