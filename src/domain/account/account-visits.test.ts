import { expect, it } from 'vitest';
import { DECIDED_STAGE, type Fact } from '../journey/fact.ts';
import { recordId } from '../values/ids.ts';
import type { AccountAssessment } from './account-assessment.ts';
import { accountVisits, stageDecision } from './account-visits.ts';

const decided = (occurredAt: number, value: string, id = '1'): Fact => ({
  record: { type: 'company', id: recordId(id) },
  property: DECIDED_STAGE,
  value,
  occurredAt,
  knownAt: occurredAt,
  dated: true,
});
const standing = (stage: AccountAssessment['stage'], at: number): AccountAssessment => ({
  at,
  version: 3,
  score: 40,
  isImported: false,
  fit: 40_000,
  intent: 0,
  usage: 0,
  engagement: 0,
  icp: true,
  stage,
});
const decide = (facts: readonly Fact[], assessment: AccountAssessment) =>
  stageDecision(recordId('1'), facts, assessment, 2);

it('each stay ends with the next, or with leaving the universe', () => {
  expect(
    accountVisits([decided(30, ''), decided(20, 'AWARE'), decided(10, 'TARGET'), decided(40, 'UNIVERSE')]),
  ).toEqual([
    { milestone: 'TARGET', enteredAt: 10, exitedAt: 20 },
    { milestone: 'AWARE', enteredAt: 20, exitedAt: 30 },
    { milestone: 'UNIVERSE', enteredAt: 40, exitedAt: undefined },
  ]);
});

it('stays of companies that were merged are one line, without the same stage twice', () => {
  expect(accountVisits([decided(10, 'TARGET'), decided(12, 'TARGET', '2'), decided(15, 'AWARE', '2')])).toEqual([
    { milestone: 'TARGET', enteredAt: 10, exitedAt: 15 },
    { milestone: 'AWARE', enteredAt: 15, exitedAt: undefined },
  ]);
});

it('a stage is decided once, with what it was decided on', () => {
  const first = decide([], standing('TARGET', 10));
  expect(first).toEqual({
    record: { type: 'company', id: '1' },
    milestone: 'TARGET',
    at: 10,
    evidence: expect.objectContaining({
      from: '',
      score: 40,
      fit: 40_000,
      icp: true,
      excluded: null,
      people: 2,
    }) as object,
  });
  expect(decide([decided(10, 'TARGET')], standing('TARGET', 20))).toBeUndefined();
  expect(decide([], standing(undefined, 10))).toBeUndefined();
  expect(decide([decided(10, 'TARGET')], standing(undefined, 20))).toMatchObject({ milestone: '', at: 20 });
});

it('two decisions of one instant keep their order', () => {
  const second = decide([decided(10, 'TARGET')], standing('AWARE', 10));
  expect(second?.at).toBe(11);
});
