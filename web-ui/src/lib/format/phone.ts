const NBSP = '\u00a0';
/** Calling codes of one and two digits; every other one has three. */
const ONE = new Set(['1', '7']);
const TWO = new Set(
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
);

function codeLength(digits: string): number {
  if (ONE.has(digits.slice(0, 1))) return 1;
  return TWO.has(digits.slice(0, 2)) ? 2 : 3;
}

/**
 * A phone in E.164 as people read it: +1 808 555 0142, +7 921 555-01-42. The server's library knows every country; the
 * browser knows the two that are grouped in their own way and parts the others by three. What is no E.164 stays as it is.
 */
export function phone(contact: string): string {
  if (!/^\+\d{7,15}$/.test(contact)) return contact;
  const digits = contact.slice(1);
  const code = digits.slice(0, codeLength(digits));
  const rest = digits.slice(code.length);
  if (code === '7' && rest.length === 10) {
    return `+7${NBSP}${rest.slice(0, 3)}${NBSP}${rest.slice(3, 6)}-${rest.slice(6, 8)}-${rest.slice(8)}`;
  }
  if (code === '1' && rest.length === 10) {
    return [`+1`, rest.slice(0, 3), rest.slice(3, 6), rest.slice(6)].join(NBSP);
  }
  const groups = rest.match(/\d{1,3}/g) ?? [];
  const last = groups[groups.length - 1];
  if (groups.length > 1 && last?.length === 1) groups.splice(-2, 2, (groups[groups.length - 2] ?? '') + last);
  return [`+${code}`, ...groups].join(NBSP);
}
