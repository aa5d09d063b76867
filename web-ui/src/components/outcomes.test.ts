import { expect, it } from 'vitest';
import { OUTCOMES } from './outcomes';

it('gives outcomes looks by which no two neighbours in a bar are taken for one', () => {
  const looks = OUTCOMES.map(([, meaning, hatched]) => `${meaning}${hatched}`);
  looks.slice(1).forEach((look, i) => expect(look).not.toBe(looks[i]));
});
