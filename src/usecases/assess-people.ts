import type { WorkRules } from '../domain/definitions/work-rules.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import type { Suppressed } from '../domain/handoff/work.ts';
import type { Fact } from '../domain/journey/fact.ts';
import { type Barrier, barrierOf, isBeingWorked } from '../domain/qualification/barrier.ts';
import { nextCrossing } from '../domain/qualification/next-crossing.ts';
import { type Rules, rulesOf } from '../domain/qualification/rules.ts';
import { isAskedAbout, type Outcome, type Wake, walkPerson } from '../domain/qualification/walk-person.ts';
import type { RecordId } from '../domain/values/ids.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../domain/values/instant.ts';
import { decidePeople } from './decide-people.ts';
import type { Neighborhood, PersonAssessment, PersonState, PortalSettings } from './ports.ts';

export interface AssessNeeds {
  readonly now: Instant;
  readonly handoffs: readonly Handoff[];
  /** What is stored of these people. */
  readonly before: ReadonlyMap<RecordId, PersonAssessment>;
  /** People who were held and are let through now. */
  readonly released: ReadonlySet<RecordId>;
  /** Since when somebody with the same address as one of these people is disqualified. */
  readonly barred: ReadonlyMap<RecordId, Instant>;
}

export interface Assessed {
  readonly assessments: readonly PersonAssessment[];
  readonly outcomes: ReadonlyMap<RecordId, readonly Outcome[]>;
  readonly suppressed: readonly Suppressed[];
}

/**
 * How the affected people stand before the gate to AQL, and what came of it since it was last asked. Pure. Without rules of scoring there
 * is nothing to say.
 */
export function assessPeople(
  near: Neighborhood,
  people: readonly PersonState[],
  settings: PortalSettings,
  needs: AssessNeeds,
): Assessed {
  const rules = rulesOf(settings.definitions);
  const present = rules ? people.filter(({ excluded }) => excluded === undefined) : [];
  const each = rules ? present.map((person) => assessPerson(person, near, settings, rules, needs)) : [];
  return {
    assessments: each.flatMap(({ assessment }) => assessment ?? []),
    outcomes: new Map(each.map(({ contactId, outcomes }) => [contactId, outcomes])),
    suppressed: each.flatMap(({ contactId, outcomes }) =>
      outcomes.flatMap((outcome) => suppressedBy(contactId, outcome)),
    ),
  };
}

function assessPerson(
  person: PersonState,
  near: Neighborhood,
  settings: PortalSettings,
  rules: Rules,
  needs: AssessNeeds,
) {
  const { contactId } = person;
  const facts = factsAbout(contactId, near);
  const asked = facts.filter((fact) => isAskedAbout(fact, rules));
  const before = needs.before.get(contactId);
  const actFrom = Math.max(settings.liveAt ?? Number.POSITIVE_INFINITY, settings.publishedAt);
  const wakes = wakesOf(person, settings, rules, needs);
  const isDue = before !== undefined && (before.lookAgainAt ?? needs.now + 1) <= needs.now;
  const isStale = before !== undefined && (before.actFrom !== actFrom || before.version !== rules.version);
  const { known, last, outcomes } = walkPerson(facts, {
    rules,
    after: seenUntil(before, asked),
    actFrom,
    wakes: [
      ...wakes.filter(({ at }) => at <= needs.now),
      ...(isDue || isStale ? [{ at: needs.now, kind: 'look' as const }] : []),
    ],
    barrierAt: (at, qualified) =>
      qualified.length > 0
        ? { why: 'being_worked' }
        : // What stands now counts too: what is asked about late must not undo what came of it meanwhile.
          (barrierAt(at, person, facts, near, settings, rules, needs) ??
          barrierAt(Math.max(at, needs.now), person, facts, near, settings, rules, needs)),
  });
  if (!last) return { contactId, outcomes: [], assessment: undefined };
  const acted =
    settings.liveAt === undefined ? [] : outcomes.filter(({ at, kind }) => kind === 'held' || at >= actFrom);
  const { gate, ...stored } = last;
  const assessment: PersonAssessment = {
    ...stored,
    contactId,
    gate: gate?.id,
    until: Math.max(last.at, ...asked.map(({ knownAt }) => knownAt)),
    facts: asked.length,
    actFrom,
    heldAt: heldSince(acted, before, last.passes && !isWorked(person)),
    lookAgainAt: earliest([
      nextCrossing(known, last.at, rules),
      ...wakes.map(({ at }) => (at > needs.now ? at : undefined)),
    ]),
  };
  return { contactId, outcomes: acted, assessment };
}

/** Of the person, and of the company the person belongs to now. */
export function factsAbout(contactId: RecordId, near: Neighborhood): readonly Fact[] {
  const company = near.companyOf.get(contactId);
  const own = near.contacts.get(contactId)?.facts ?? [];
  return [...own, ...((company && near.companies.get(company)?.facts) ?? [])];
}

/** What came to us out of order since the last time is asked about again. */
function seenUntil(before: PersonAssessment | undefined, facts: readonly Fact[]): Instant {
  if (!before) return Number.NEGATIVE_INFINITY;
  const seen = facts.filter(({ knownAt }) => knownAt <= before.until).length;
  return seen === before.facts ? before.until : before.until - HOUR_MS;
}

/** By what was known of a person's way by an instant; by what we know now, where that is the last word. */
export function barrierAt(
  at: Instant,
  person: PersonState,
  facts: readonly Fact[],
  near: Neighborhood,
  settings: PortalSettings,
  { qualification: { embargoDays } }: Rules,
  { handoffs, barred }: Pick<AssessNeeds, 'handoffs' | 'barred'>,
): Barrier | undefined {
  const own = handoffs.filter(({ contactId }) => contactId === person.contactId);
  const contact = near.contacts.get(person.contactId)?.facts ?? [];
  const barredAt = barred.get(person.contactId);
  if (facts.every(({ knownAt }) => knownAt <= at))
    return barrierOf({ facts: contact, journeys: person.journeys, handoffs: own, barredAt }, embargoDays, at);
  const then = knownBy(at, near, person.contactId);
  const journeys = decidePeople(then, settings).people[0]?.journeys ?? [];
  const decided = own.filter(({ decidedAt }) => decidedAt !== undefined && decidedAt <= at);
  const known = then.contacts.get(person.contactId)?.facts ?? [];
  return barrierOf({ facts: known, journeys, handoffs: decided, barredAt }, embargoDays, at);
}

/** The same neighborhood as it was known by an instant, asked about one person. */
function knownBy(at: Instant, near: Neighborhood, contactId: RecordId): Neighborhood {
  const cut = <H extends { readonly facts: readonly Fact[] }>(records: ReadonlyMap<RecordId, H>) =>
    new Map(
      [...records].map(([id, record]) => [id, { ...record, facts: record.facts.filter((fact) => fact.knownAt <= at) }]),
    );
  return {
    ...near,
    affectedContacts: [contactId],
    affectedDeals: [],
    contacts: cut(near.contacts),
    deals: cut(near.deals),
  };
}

/** When time alone may let somebody pass: a recycled lead's day, the end of the embargo, a release. */
function wakesOf(
  { contactId, journeys }: PersonState,
  { definitions: { work } }: PortalSettings,
  { qualification }: Rules,
  { handoffs, released, now }: AssessNeeds,
): Wake[] {
  const recycled = handoffs.findLast((handoff) => handoff.contactId === contactId && handoff.state === 'recycled');
  const ended = journeys.at(-1)?.ended;
  const release = released.has(contactId) ? [{ at: now, kind: 'ask' as const }] : [];
  if (!ended || ended.milestone === 'WON' || ended.milestone === 'LOST') return release;
  if (recycled?.wakeAt === undefined)
    return [...release, { at: ended.at + qualification.embargoDays * DAY_MS, kind: 'ask' }];
  return [...release, { at: recycled.wakeAt, kind: isOffered(recycled.reason, work) ? 'offer' : 'ask' }];
}

const isOffered = (reason: string | undefined, work: WorkRules | undefined): boolean =>
  work?.recycleReasons.find(({ value }) => value === reason)?.onWake === 'offer';

/** Held from the first time on, until the person passes no longer, is let through, or something else stands between. */
function heldSince(
  outcomes: readonly Outcome[],
  before: PersonAssessment | undefined,
  mayPass: boolean,
): Instant | undefined {
  const last = outcomes.at(-1);
  const isElse = last !== undefined && last.kind !== 'held';
  return mayPass && !isElse ? (before?.heldAt ?? last?.at) : undefined;
}

function isWorked({ journeys }: PersonState): boolean {
  const current = journeys.at(-1);
  return current !== undefined && isBeingWorked(current);
}

function suppressedBy(contactId: RecordId, { kind, at, barrier, assessment }: Outcome): Suppressed[] {
  const cause = assessment.gate?.id ?? '';
  if (kind === 'advised') return [{ contactId, at, priority: 'P2', cause, why: assessment.gate?.mode ?? 'observe' }];
  return kind === 'suppressed' && barrier
    ? [{ contactId, at, priority: 'P2', cause, why: barrier.why, until: barrier.until }]
    : [];
}

const earliest = (instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.filter((at) => at !== undefined).sort((a, b) => a - b)[0];
