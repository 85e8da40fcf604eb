import { describe, expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import type { AccountRules } from '../definitions/account-rules.ts';
import type { Fact } from '../journey/fact.ts';
import { KnownPerson } from '../qualification/known-person.ts';
import { rulesOf } from '../qualification/rules.ts';
import { SIGNAL, signalValue } from '../touch/signal.ts';
import { recordId } from '../values/ids.ts';
import { DAY_MS } from '../values/instant.ts';
import { assessAccount, type EngagedPerson, engagedBy, icpMissing } from './account-assessment.ts';
import { scoreParts } from './score-parts.ts';

const rules = required(rulesOf(SHIPPED_DEFINITIONS));
const accounts = required(SHIPPED_DEFINITIONS.accounts);

/** The shipped definitions score accounts. */
function required<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('The shipped definitions lack this part.');
  return part;
}

const T = Date.UTC(2026, 5, 29, 8);
const record = { type: 'company', id: recordId('1') } as const;
const fact = (property: string, value: string, at = T - DAY_MS): Fact => ({
  record,
  property,
  value,
  occurredAt: at,
  knownAt: at,
  dated: true,
});
const FITTING = [
  fact('name', 'Buyer'),
  fact('industry', 'COMPUTER_SOFTWARE'),
  fact('numberofemployees', '400'),
  fact('hs_ideal_customer_profile', 'tier_2'),
];
const intent = (strength = 1_000, at = T) =>
  fact(SIGNAL, signalValue({ kind: 'intent', topic: 'crm', strength, source: 'feed' }), at);

function known(facts: readonly Fact[], people: readonly EngagedPerson[] = []) {
  const company = new KnownPerson(rules);
  for (const each of facts) company.learn(each);
  return { company, engaged: engagedBy(people, rules.scoring) };
}
const assessed = (
  facts: readonly Fact[],
  people: readonly EngagedPerson[] = [],
  at = T,
  own: AccountRules = accounts,
) => assessAccount(known(facts, people), at, rules, own);

describe('the stage of an account', () => {
  it('is the furthest whose condition holds', () => {
    expect(assessed([fact('industry', 'BANKING')]).stage).toBeUndefined();
    expect(assessed([fact('name', 'Buyer')]).stage).toBe('UNIVERSE');
    expect(assessed(FITTING.slice(0, 3)).stage).toBe('UNIVERSE');
    expect(assessed(FITTING).stage).toBe('TARGET');
    expect(assessed(FITTING, [{ at: T, engagement: 20_000 }]).stage).toBe('AWARE');
    expect(assessed([...FITTING, intent()], [{ at: T, engagement: 20_000 }]).stage).toBe('IN_MARKET');
  });

  it('needs a tier that the rules know', () => {
    const other = [...FITTING.slice(0, 3), fact('hs_ideal_customer_profile', 'tier_9')];
    expect(assessed(other)).toMatchObject({ stage: 'UNIVERSE', tier: undefined, icp: true });
  });

  it('goes no further than the universe when a fact excludes it, whatever its score', () => {
    const own: AccountRules = {
      ...accounts,
      exclusions: [{ id: 'sued', label: 'Is being sued', when: { fact: 'company.is_sued', op: 'is_true' } }],
    };
    const sued = assessed([...FITTING, fact('is_sued', 'true'), intent()], [], T, own);
    expect(sued).toMatchObject({ stage: 'UNIVERSE', excluded: 'sued', score: 70, icp: true });
  });

  it('counts what several people did together, and lets it fade from when each was last looked at', () => {
    const people = [
      { at: T, engagement: 12_000 },
      { at: T - 60 * DAY_MS, engagement: 16_000 },
    ];
    // The slowest of the engagement groups halves in 60 days.
    expect(assessed(FITTING, people)).toMatchObject({ engagement: 20_000, stage: 'AWARE' });
    expect(assessed(FITTING, people, T + DAY_MS).stage).toBe('TARGET');
  });

  it('leaves the market when signs fade below the line', () => {
    expect(assessed([...FITTING, intent()], [], T + 15 * DAY_MS).stage).toBe('IN_MARKET');
    expect(assessed([...FITTING, intent()], [], T + 16 * DAY_MS)).toMatchObject({ stage: 'TARGET', intent: 14_743 });
  });

  it('is the same whatever order the facts come in', () => {
    const facts = [...FITTING, intent(500), intent(700, T - DAY_MS)];
    expect(assessed(facts.toReversed())).toEqual(assessed(facts));
  });
});

describe('the score of an account', () => {
  it.each([
    ['fit alone', FITTING],
    ['fit and signs', [...FITTING, intent(730), intent(310, T - 9 * DAY_MS)]],
    [
      'more than a hundred',
      [
        ...FITTING,
        fact('country', 'Germany'),
        fact('web_technologies', 'HubSpot'),
        intent(),
        intent(900, T - 1),
        fact(SIGNAL, signalValue({ kind: 'usage', topic: 'came_back', strength: 1_000, source: 'product' })),
        fact(SIGNAL, signalValue({ kind: 'usage', topic: 'invited', strength: 1_000, source: 'product' })),
      ],
    ],
    ['nothing', [fact('name', 'Buyer')]],
  ])('has parts that sum to it, to the unit: %s', (_name, facts) => {
    const assessment = assessed(facts);
    const parts = scoreParts(known(facts).company, assessment, rules);
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(assessment.score * 1_000);
  });

  it('counts as another system gave it, where one does', () => {
    const own = { ...rules, scoring: { ...rules.scoring, account: { imported: 'predictive_score' } } };
    const facts = [...FITTING, fact('predictive_score', '91.6'), intent()];
    const assessment = assessAccount(known(facts), T, own, accounts);
    expect(assessment).toMatchObject({ score: 92, isImported: true });
    expect(scoreParts(known(facts).company, assessment, own)).toEqual([
      { label: 'Given by another system', points: 92_000 },
    ]);
    expect(assessAccount(known(FITTING), T, own, accounts)).toMatchObject({ score: 45, isImported: false });
  });

  it('lets an account fit that a rule of its company alone would not', () => {
    const small = [fact('name', 'Buyer'), fact('numberofemployees', '5'), fact('industry', 'BANKING')];
    const assessment = assessed(small);
    expect(assessment.icp).toBe(false);
    expect(icpMissing(known(small), assessment, accounts).map(({ test }) => test.fact)).toEqual([
      'score.account',
      'company.numberofemployees',
    ]);
  });
});
