import { expect, it } from 'vitest';
import { recordId } from '../values/ids.ts';
import type { AccountAssessment } from './account-assessment.ts';
import { type SwapAccount, suggestSwaps } from './suggest-swaps.ts';

const account = (
  id: string,
  namedBy: string | undefined,
  over: Partial<AccountAssessment> = {},
  isWorked = false,
): SwapAccount => ({
  companyId: recordId(id),
  namedBy,
  isWorked,
  assessment: {
    at: 0,
    version: 3,
    score: 50,
    isImported: false,
    fit: 40_000,
    intent: 10_000,
    usage: 0,
    engagement: 5_000,
    icp: true,
    stage: 'TARGET',
    ...over,
  },
});
const pairs = (accounts: readonly SwapAccount[], most = 10) =>
  suggestSwaps(accounts, most).map(({ out, reason, in: better }) => [out, reason, better]);

it('out go the excluded, then those without fit, then the silent, then the lowest scores', () => {
  const accounts = [
    account('1', 'ae', { score: 20 }),
    account('2', 'ae', { intent: 0, engagement: 0 }),
    account('3', 'ae', { icp: false }),
    account('4', 'ae', { excluded: 'sued', score: 99 }),
    ...['11', '12', '13', '14', '15'].map((id, place) => account(id, undefined, { intent: 30_000 - place, score: 60 })),
  ];
  expect(pairs(accounts)).toEqual([
    ['4', 'excluded', '11'],
    ['3', 'no_fit', '12'],
    ['2', 'no_engagement', '13'],
    ['1', 'low_score', '14'],
  ]);
  expect(pairs(accounts, 2)).toHaveLength(2);
});

it('in come those nobody has named, by intent × fit, and only what is worth going after', () => {
  const out = ['1', '2', '3', '4'].map((id) => account(id, 'ae', { icp: false }));
  expect(
    pairs([
      ...out,
      account('11', undefined, { intent: 0 }),
      account('12', undefined, { icp: false }),
      account('13', undefined, { excluded: 'sued' }),
      account('14', undefined, { stage: undefined }),
      account('15', undefined, {}, true),
      account('16', 'other'),
      account('17', undefined, { intent: 5_000, fit: 90_000 }),
      account('18', undefined, { intent: 30_000, fit: 20_000 }),
    ]).map(([, , better]) => better),
  ).toEqual(['18', '17']);
});

it('nobody gives up what is being worked, nor a score for a lower one', () => {
  const better = account('11', undefined, { score: 40 });
  expect(pairs([account('1', 'ae', { icp: false }, true), better])).toEqual([]);
  expect(pairs([account('1', 'ae', { score: 40 }), better])).toEqual([]);
  expect(pairs([account('1', 'ae', { score: 39 }), better])).toEqual([['1', 'low_score', '11']]);
});
