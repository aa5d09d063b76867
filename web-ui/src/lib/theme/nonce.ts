/** The number by which the server's security policy lets style elements through; libraries that make some are handed it. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
}
