import type { DefinitionSet } from '../definitions/definition-set.ts';
import type { Handoff } from '../handoff/handoff.ts';
import { HAND_RAISE, isAnswered } from '../handoff/qualify.ts';
import type { StageMap } from '../journey/deal-stage.ts';
import { deriveJourneys, type PersonHistory } from '../journey/derive-journeys.ts';
import { DECIDED_STAGE, type Fact } from '../journey/fact.ts';
import type { RecordId } from '../values/ids.ts';
import { DAY_MS, type Instant } from '../values/instant.ts';
import type { Assessment } from './assess.ts';
import { type Barrier, barrierOf, isBeingWorked, isDisqualified, reinstatedAt } from './barrier.ts';
import type { Rules } from './rules.ts';
import { type Wake, walkPerson } from './walk-person.ts';

/** A definition set that was in force after an instant, or that is tried as if it had been; what was known at it went by the one before. */
export interface InForce {
  readonly from: Instant;
  readonly definitions: DefinitionSet;
  readonly rules: Rules;
  readonly stages: StageMap;
}

export interface PersonRecord extends PersonHistory {
  readonly companyFacts: readonly Fact[];
  /** Of this person. */
  readonly handoffs: readonly Handoff[];
  /** Since when somebody with the same address is disqualified. */
  readonly barredAt?: Instant | undefined;
}

/** An AQL as it was, or as it would have been. */
export interface Qualification {
  readonly contactId: RecordId;
  readonly at: Instant;
  /** When the clock of the first response began: with the raised hand, else now. */
  readonly startedAt: Instant;
  readonly priority: 'P1' | 'P2';
  readonly cause: string;
  readonly version: number;
  readonly assessment?: Assessment | undefined;
}

/** Somebody who would have qualified but was in the embargo, disqualified or not enforced. */
export interface Kept {
  readonly contactId: RecordId;
  readonly at: Instant;
  readonly why: string;
}

export interface Replay {
  readonly qualified: readonly Qualification[];
  readonly kept: readonly Kept[];
}

/**
 * What the rules would have made of a person, fact by fact in the order in which we learned of them. The qualifications we made ourselves
 * since `liveAt` are left out and made anew; what people and HubSpot did stays as it was.
 *
 * @param timeline  by instant; each holds until the next
 * @param liveAt    nothing that happened before is acted upon
 */
export function replayPerson(
  person: PersonRecord,
  timeline: readonly InForce[],
  liveAt: Instant,
  until: Instant,
): Replay {
  const qualified: Qualification[] = [];
  const kept: Kept[] = [];
  const own = withoutOurs(person.facts, liveAt);
  const raises = own.filter(({ property }) => property === HAND_RAISE).sort((a, b) => a.knownAt - b.knownAt);
  let next = 0;

  /** Everybody who raised a hand by then, in order. */
  const raiseHands = (at: Instant) => {
    for (let raise = raises[next]; raise && raise.knownAt <= at; raise = raises[++next]) {
      const { definitions, stages, rules } = inForceAt(raise.knownAt, timeline);
      if (raise.occurredAt < liveAt || raise.knownAt > until) continue;
      const { facts, journeys } = standingAt(raise.knownAt, person, own, qualified, definitions, stages);
      const current = journeys.at(-1);
      if ((current && isBeingWorked(current)) || isAnswered(raise, journeys)) continue;
      if (raise.occurredAt < (reinstatedAt(facts) ?? liveAt)) continue;
      const { knownAt: at, occurredAt: startedAt, value: cause } = raise;
      if (isDisqualified(facts, barredBy(at, person)))
        kept.push({ contactId: person.contactId, at, why: 'disqualified' });
      else
        qualified.push({ contactId: person.contactId, at, startedAt, priority: 'P1', cause, version: rules.version });
    }
  };

  timeline.forEach((period, index) => {
    const { from, definitions, rules, stages } = period;
    const end = Math.min(until, timeline[index + 1]?.from ?? Number.POSITIVE_INFINITY);
    const barrierAt = (at: Instant): Barrier | undefined => {
      raiseHands(at);
      const { facts, journeys } = standingAt(at, person, own, qualified, definitions, stages);
      const handoffs = person.handoffs.filter(({ decidedAt }) => decidedAt !== undefined && decidedAt <= at);
      return barrierOf(
        { facts, journeys, handoffs, barredAt: barredBy(at, person) },
        rules.qualification.embargoDays,
        at,
      );
    };
    walkPerson(
      [...own, ...person.companyFacts].filter(({ knownAt }) => knownAt <= end),
      {
        rules,
        after: index === 0 ? from - 1 : from,
        actFrom: Math.max(liveAt, from),
        wakes: wakesOf(person, period).filter(({ at }) => at <= end),
        barrierAt,
        found: ({ kind, at, assessment, barrier, isWake }) => {
          const { contactId } = person;
          const cause = isWake ? 'wake' : (assessment.gate?.id ?? '');
          if (kind === 'qualified')
            qualified.push({ contactId, at, startedAt: at, priority: 'P2', cause, version: rules.version, assessment });
          else kept.push({ contactId, at, why: barrier?.why ?? kind });
        },
      },
    );
  });
  raiseHands(until);
  return { qualified, kept };
}

const barredBy = (at: Instant, { barredAt }: PersonRecord): Instant | undefined =>
  barredAt !== undefined && barredAt <= at ? barredAt : undefined;

/** A person's facts but for the qualifications we made since an instant. */
export const withoutOurs = (facts: readonly Fact[], since: Instant): Fact[] =>
  facts.filter(
    ({ property, value, occurredAt }) => !(property === DECIDED_STAGE && value === 'AQL' && occurredAt >= since),
  );

export function inForceAt(at: Instant, timeline: readonly InForce[]): InForce {
  const found = timeline.findLast(({ from }) => from < at) ?? timeline[0];
  if (!found) throw new Error('A replay needs a definition set.');
  return found;
}

/** The person's way as it was known by an instant, with the qualifications made in this replay. */
export function standingAt(
  at: Instant,
  person: PersonRecord,
  own: readonly Fact[],
  qualified: readonly Qualification[],
  definitions: DefinitionSet,
  stages: StageMap,
) {
  const known = (facts: readonly Fact[]) => facts.filter(({ knownAt }) => knownAt <= at);
  const facts = [...known(own), ...qualified.map(decidedBy)];
  const deals = person.deals
    .map(({ dealId, facts: of }) => ({ dealId, facts: known(of) }))
    .filter(({ facts: of }) => of.length > 0);
  return { facts, journeys: deriveJourneys({ contactId: person.contactId, facts, deals }, definitions, stages) };
}

const decidedBy = ({ contactId, at }: Qualification): Fact => ({
  record: { type: 'contact', id: contactId },
  property: DECIDED_STAGE,
  value: 'AQL',
  occurredAt: at,
  knownAt: at,
  dated: true,
});

/** The days on which recycled leads came back, as they were given then, and the ends of the embargo. */
function wakesOf({ handoffs, contactId, facts, deals }: PersonRecord, { definitions, rules, stages }: InForce): Wake[] {
  const journeys = deriveJourneys({ contactId, facts, deals }, definitions, stages);
  const given = handoffs.flatMap(({ wakeAt, reason }): Wake[] => {
    if (wakeAt === undefined) return [];
    const rule = definitions.work?.recycleReasons.find(({ value }) => value === reason);
    return [{ at: wakeAt, kind: rule?.onWake === 'offer' ? 'offer' : 'ask' }];
  });
  const ends = journeys.flatMap(({ ended }): Wake[] => {
    if (!ended || ended.milestone === 'WON' || ended.milestone === 'LOST') return [];
    const at = ended.at + rules.qualification.embargoDays * DAY_MS;
    return given.length > 0 ? [] : [{ at, kind: 'ask' }];
  });
  return [...given, ...ends];
}
