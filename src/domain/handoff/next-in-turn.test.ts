import { expect, it } from 'vitest';
import { nextInTurn } from './next-in-turn.ts';

it.each([
  ['nobody is in the pool', [], undefined, undefined],
  ['nobody had a turn yet', ['7', '11', '9'], undefined, '7'],
  ['the last was in the middle', ['7', '11', '9'], '9', '11'],
  ['the last was the last of all', ['7', '11', '9'], '11', '7'],
  ['the last has left since', ['7', '11'], '9', '11'],
  ['one alone', ['7'], '7', '7'],
])('%s', (_name, members, last, next) => {
  expect(nextInTurn(members, last)).toBe(next);
});

it('deals out evenly', () => {
  const members = ['7', '9', '11'];
  const turns: string[] = [];
  for (let count = 0; count < 9; count += 1) turns.push(nextInTurn(members, turns.at(-1)) ?? '');
  expect(turns).toEqual(['7', '9', '11', '7', '9', '11', '7', '9', '11']);
});
