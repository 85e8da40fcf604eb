import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ScoreByHand, scoreByHand } from '../../../test/support/score-by-hand.ts';
import { HISTORY_TYPES, READ_AT, someFacts, someRules } from '../../../test/support/scored-histories.ts';
import type { ScoringRules } from '../definitions/scoring-rules.ts';
import type { Fact } from '../journey/fact.ts';
import { KnownPerson } from '../qualification/known-person.ts';
import { DAY_MS } from '../values/instant.ts';
import { type Receipt, type ReceiptGroup, receiptOf } from './receipt.ts';
import { type EventRules, eventRulesOf, type ScoreEvent } from './score-event.ts';
import { ScoreState } from './score-state.ts';
import { type Score, scoreOf } from './score.ts';

it(
  'scores 10,000 histories to the unit as a second calculation from the facts does: late, twice, merged, and in the past',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(someRules, someFacts, fc.nat(), fc.nat(400), (scoring, facts, split, daysAgo) => {
        const counting = eventRulesOf(scoring, HISTORY_TYPES);
        const { known, events } = told(facts, counting);
        const backwards = told([...facts].reverse(), counting).known.state;
        const states = [known.state, backwards, mergedOfTwo(events, split, counting)];
        const pictures = [READ_AT, READ_AT - daysAgo * DAY_MS].map((at) => {
          const subject = { at, value: (fact: string) => known.value(fact) };
          const byHand = scoreByHand(facts, at, scoring, HISTORY_TYPES);
          const receipt = receiptOf(events, subject, scoring, counting);
          const scores = at === READ_AT ? states.map((state) => scoreOf(state, subject, scoring)) : [];
          const score = inParts(byHand, scoring);
          return {
            found: { receipt: pictureOf(receipt, scoring), scores, isNear: isNearTextbook(receipt, byHand) },
            wanted: { receipt: { ...byHandPicture(byHand), score }, scores: scores.map(() => score), isNear: true },
          };
        });
        expect(pictures.map(({ found }) => found)).toEqual(pictures.map(({ wanted }) => wanted));
      }),
      { numRuns: 10_000 },
    );
  },
);

function told(facts: readonly Fact[], counting: EventRules): { known: KnownPerson; events: ScoreEvent[] } {
  const carried = HISTORY_TYPES.flatMap((type) => (type.carrier ? [{ type, property: type.carrier.property }] : []));
  const carriers = new Map(carried.map(({ type, property }) => [property, [type]]));
  const rules = { counting, carriers };
  const known = new KnownPerson(rules);
  const listener = new KnownPerson(rules);
  for (const fact of facts) known.learn(fact);
  return { known, events: facts.flatMap((fact) => listener.eventsIn(fact)) };
}

/** The same events told of two people in turn of a number's binary digits, who then turn out to be one. */
function mergedOfTwo(events: readonly ScoreEvent[], split: number, counting: EventRules): ScoreState {
  const [kept, gone] = [new ScoreState(), new ScoreState()];
  events.forEach((event, place) => ((split >> (place % 31)) & 1 ? kept : gone).add(event, counting));
  kept.merge(gone);
  return kept;
}

function inParts(byHand: ScoreByHand, { behavior: { groups } }: ScoringRules): Score {
  const of = (kind: string): number =>
    groups.reduce((total, { id, kind: own }) => (own === kind ? total + (byHand.groups[id]?.capped ?? 0) : total), 0);
  const { fit, breadth, behavior, band, recent } = byHand;
  const parts = { engagement: of('engagement'), intent: of('intent'), usage: of('usage'), negative: of('negative') };
  return { ...parts, fit, breadth, behavior, band, recent, grade: fit >= 10_000 ? 'A' : 'D' };
}

/** What a receipt comes to by its lines alone, beside what it says it comes to. */
function pictureOf({ score, fit, behavior }: Receipt, { behavior: { groups } }: ScoringRules) {
  const of = (id: string) => behavior.find((group) => group.id === id);
  return {
    score,
    fit: sum(fit.lines),
    behavior: sum(behavior),
    linesAreOff: [...behavior, fit].filter(({ lines, units }) => sum(lines) !== units),
    groups: groups.map(({ id }) => ({ units: of(id)?.units ?? 0, events: eventsOf(of(id)) })),
  };
}

const byHandPicture = ({ fit, behavior, groups }: ScoreByHand) => ({
  fit,
  behavior,
  linesAreOff: [],
  groups: Object.values(groups).map(({ capped, events }) => ({ units: capped, events })),
});

const isNearTextbook = ({ behavior }: Receipt, { textbook }: ScoreByHand): boolean =>
  behavior.every((group) => Math.abs(eventsOf(group) - (textbook[group.id] ?? 0)) <= 2);

const eventsOf = (group: ReceiptGroup | undefined): number =>
  sum((group?.lines ?? []).filter(({ kind }) => kind === 'event'));

const sum = (parts: readonly { readonly units: number }[]): number =>
  parts.reduce((total, { units }) => total + units, 0);
