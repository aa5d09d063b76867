import { expect, it } from 'vitest';
import { sentenceKey } from './troubles';

it('has sentences for names of the protocol only', () => {
  expect(sentenceKey('ESME_RSYSERR')).toBe('trouble.ESME_RSYSERR');
  expect(sentenceKey('No answer came. It waits: 30 s')).toBeUndefined();
});
