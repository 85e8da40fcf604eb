import fc from 'fast-check';
import { expect, it } from 'vitest';
import { storableJson } from './storable-json.ts';

it('what PostgreSQL cannot store becomes the replacement character, at any depth', () => {
  const odd = [{ value: 'a\0b', list: [[1, '\ud83d']], half: '\udc00x', whole: '🙂' }];
  const stored = [{ value: 'a\ufffdb', list: [[1, '\ufffd']], half: '\ufffdx', whole: '🙂' }];
  expect(JSON.parse(storableJson(odd))).toEqual(stored);
});

it('everything else stays as it is, also text that only looks like an escape', () => {
  expect(storableJson(['\\u0000', '\\ud83d', 'Grüße 🙂', 1, null])).toBe(
    JSON.stringify(['\\u0000', '\\ud83d', 'Grüße 🙂', 1, null]),
  );
});

it('no text whatever leaves an escape in it that is refused', () => {
  const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });
  fc.assert(
    fc.property(anyText, (text) => {
      const [stored] = JSON.parse(storableJson([text])) as [string];
      expect(stored.isWellFormed()).toBe(true);
      expect(stored).not.toContain('\0');
      expect(stored).toHaveLength(text.length);
    }),
  );
});
