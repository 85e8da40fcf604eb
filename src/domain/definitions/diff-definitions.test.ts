import { expect, it } from 'vitest';
import { diffDefinitions } from './diff-definitions.ts';

it.each([
  ['nothing', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
  ['a value', { a: { b: 1 } }, { a: { b: 2 } }, [{ path: 'a.b', from: 1, to: 2 }]],
  ['a new member', { a: 1 }, { a: 1, c: null }, [{ path: 'c', from: undefined, to: null }]],
  ['one that is gone', { a: 1, c: [3] }, { a: 1 }, [{ path: 'c', from: [3], to: undefined }]],
  ['a longer list', { a: [1] }, { a: [1, 2] }, [{ path: 'a.1', from: undefined, to: 2 }]],
  ['another kind', { a: [1] }, { a: { 0: 1 } }, [{ path: 'a', from: [1], to: { 0: 1 } }]],
])('tells %s', (_name, from, to, differences) => {
  expect(diffDefinitions(from, to)).toEqual(differences);
});
