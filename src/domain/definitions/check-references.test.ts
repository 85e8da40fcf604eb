import { expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import { checkReferences } from './check-references.ts';
import type { DefinitionSet } from './definition-set.ts';

type Changes = (set: DefinitionSet) => void;

function problemsAfter(change: Changes): [string, string][] {
  const set = structuredClone(SHIPPED_DEFINITIONS);
  change(set);
  return checkReferences(set).map(({ path, message }) => [path.join('.'), message]);
}

const scoring =
  (change: (scoring: NonNullable<DefinitionSet['scoring']>) => void): Changes =>
  (set) =>
    change(required(set.scoring));
const qualification =
  (change: (rules: NonNullable<DefinitionSet['qualification']>) => void): Changes =>
  (set) =>
    change(required(set.qualification));
function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The shipped definition set has this.');
  return value;
}

const behavior = { fact: 'score.behavior', op: 'is_known' } as const;

it('finds nothing in the shipped set, and nothing in one that only measures', () => {
  expect(problemsAfter(() => undefined)).toEqual([]);
  const bare = ['scoring', 'qualification', 'accounts', 'work'] as const;
  expect(problemsAfter((set) => bare.forEach((section) => delete set[section]))).toEqual([]);
});

it.each<[string, Changes, string, RegExp]>([
  [
    'two touch types of one id',
    (set) => set.touchTypes.push(required(set.touchTypes[0])),
    `touchTypes.${SHIPPED_DEFINITIONS.touchTypes.length}.id`,
    /^form is used twice: give one of them another id$/,
  ],
  [
    'two fit rules of one id',
    scoring(({ fit }) => (required(fit.rules[3]).id = 'large')),
    'scoring.fit.rules.3.id',
    /large is used twice/,
  ],
  [
    'two vetoes of one id',
    scoring(({ fit }) => (required(fit.vetoes[1]).id = 'learning')),
    'scoring.fit.vetoes.1.id',
    /learning is used twice/,
  ],
  [
    'two groups of one id',
    scoring(({ behavior }) => (required(behavior.groups[2]).id = 'website')),
    'scoring.behavior.groups.2.id',
    /website is used twice/,
  ],
  [
    'two rules of one id in a group',
    scoring(({ behavior }) => (required(behavior.groups[0]?.rules[2]).id = 'website_visit')),
    'scoring.behavior.groups.0.rules.2.id',
    /website_visit is used twice/,
  ],
  [
    'two exclusions of one id',
    qualification(({ exclusions }) => (required(exclusions[1]).id = 'customer')),
    'qualification.exclusions.1.id',
    /customer is used twice/,
  ],
  [
    'two gates of one id',
    qualification(({ gates }) => (required(gates[1]).id = 'product_led')),
    'qualification.gates.1.id',
    /product_led is used twice/,
  ],
  [
    'points for a touch nobody defined',
    scoring(({ behavior }) => (required(behavior.groups[1]?.rules[0] as { on: object }).on = { touch: 'fax' })),
    'scoring.behavior.groups.1.rules.0.on.touch',
    /^there is no touch type fax: add it to touchTypes, or choose one of them$/,
  ],
  [
    'a negative rule that gives points',
    scoring(({ behavior }) => (required(behavior.groups[7]?.rules[1]).points = 30)),
    'scoring.behavior.groups.7.rules.1.points',
    /put a minus before them/,
  ],
  [
    'another rule that takes points away',
    scoring(({ behavior }) => (required(behavior.groups[0]?.rules[0]).points = -2)),
    'scoring.behavior.groups.0.rules.0.points',
    /only rules of a negative group take points away/,
  ],
  [
    'grades that do not fall',
    scoring(({ fit }) => (required(fit.grades[1]).from = 65)),
    'scoring.fit.grades.1.from',
    /each step begins below the one before it/,
  ],
  [
    'bands that do not fall',
    scoring(({ behavior }) => (required(behavior.bands[2]).from = 41)),
    'scoring.behavior.bands.2.from',
    /lower this number/,
  ],
  [
    'fit that asks about behavior',
    scoring(({ fit }) => (required(fit.vetoes[0]).when = { not: { all: [behavior] } })),
    'scoring.fit.vetoes.0.when.not.all.0.fact',
    /^score\.behavior is not known here: ask about contact, company, sample\.percentile$/,
  ],
  [
    'behavior that asks about itself',
    scoring(({ behavior: { groups } }) => (required(groups[7]?.rules[0] as { when: object }).when = behavior)),
    'scoring.behavior.groups.7.rules.0.when.fact',
    /not known here/,
  ],
  [
    'an ICP that asks about behavior',
    qualification((rules) => (rules.icp = behavior)),
    'qualification.icp.fact',
    /ask about contact, company, sample\.percentile, score\.account$/,
  ],
  [
    'a target that asks about a score',
    qualification((rules) => (rules.target = { fact: 'score.account', op: 'is_known' })),
    'qualification.target.fact',
    /not known here/,
  ],
  [
    'an exclusion that asks about the gate',
    qualification(({ exclusions }) => (required(exclusions[0]).when = { fact: 'is.target', op: 'is_true' })),
    'qualification.exclusions.0.when.fact',
    /not known here/,
  ],
  [
    'a gate that asks about a score misspelt',
    qualification(({ gates }) => (required(gates[1]).entry = { fact: 'score.behaviour', op: 'is_known' })),
    'qualification.gates.1.entry.fact',
    /^score\.behaviour is not known here: .*score\.behavior/,
  ],
  [
    'a stage that asks about what nobody works out',
    (set) => (required(set.stages.MAL?.entry[0]).when = { fact: 'is.vip', op: 'is_true' }),
    'stages.MAL.entry.0.when.fact',
    /^is\.vip is not known here: .*is\.icp/,
  ],
  [
    'accounts that ask about a contact',
    (set) => (required(set.accounts).universe = { fact: 'contact.email', op: 'is_known' }),
    'accounts.universe.fact',
    /ask about company, score\.account$/,
  ],
  [
    'a second pass that would be no attempt of its own',
    (set) => (required(set.stages.AQL).reentry = 'same_attempt'),
    'stages.AQL.reentry',
    /say new_attempt$/,
  ],
  ['gates without scores', (set) => delete set.scoring, 'qualification', /add the section scoring, or remove this one/],
  [
    'less time for a lower priority',
    (set) => (required(set.work).firstResponse.P3 = { target: 10, limit: 480 }),
    'work.firstResponse.P3.target',
    /^P3 must not have less time than P2: raise it to at least 30$/,
  ],
])('finds %s, and says how to mend it', (_name, change, place, message) => {
  expect(problemsAfter(change)).toEqual([[place, expect.stringMatching(message)]]);
});

it('finds every mistake, not the first alone', () => {
  const places = problemsAfter((set) => {
    required(set.qualification).icp = behavior;
    required(set.scoring).behavior.bands.reverse();
    set.touchTypes.splice(0, 1);
  }).map(([place]) => place);
  expect(places).toEqual([
    'scoring.behavior.groups.2.rules.0.on.touch',
    'scoring.behavior.bands.1.from',
    'scoring.behavior.bands.2.from',
    'qualification.icp.fact',
  ]);
});
