import { expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import { strangeIn } from './plain-document.ts';

it('nothing is strange about a definition set, or about what is unfinished', () => {
  for (const document of [SHIPPED_DEFINITIONS, {}, [], null, 7, 'text', { a: [null, { b: '😀' }] }])
    expect(strangeIn(JSON.parse(JSON.stringify(document)))).toBeUndefined();
});

it.each([
  ['{"a":[{"__proto__":1}]}', 'a.0.__proto__'],
  ['{"constructor":{}}', 'constructor'],
  ['{"a":{"prototype":null}}', 'a.prototype'],
  ['{"a":["x","\\u0000"]}', 'a.1'],
  ['{"a":{"\\ud800":1}}', 'a.\ud800'],
])('%s is named by its place', (text, path) => {
  expect(strangeIn(JSON.parse(text))).toMatchObject({ path });
});

it('nesting without end is refused before it is followed to its end', () => {
  const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
  expect(strangeIn(deep(40))).toBeUndefined();
  expect(strangeIn(deep(41))?.message).toBe('is nested more than 40 deep');
  expect(strangeIn(deep(100_000))?.message).toBe('is nested more than 40 deep');
});
