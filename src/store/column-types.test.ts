import { expect, it } from 'vitest';
import { parseInt8 } from './column-types.ts';

it('an integer is a number while it is safe and text beyond', () => {
  expect(parseInt8('0')).toBe(0);
  expect(parseInt8('-9007199254740991')).toBe(-9_007_199_254_740_991);
  expect(parseInt8('9007199254740992')).toBe('9007199254740992');
});
