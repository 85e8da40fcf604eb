import type { DefinitionSet } from '../domain/definitions/definition-set.ts';
import type { Fact } from '../domain/journey/fact.ts';
import { type Milestone, rankOf } from '../domain/journey/milestone.ts';
import { stageIn } from '../domain/journey/standing.ts';
import { valueAt } from '../domain/journey/timeline.ts';
import type { NameOf } from '../domain/predicate/describe.ts';
import type { Subject } from '../domain/predicate/evaluate.ts';
import { factNames } from '../domain/predicate/fact-labels.ts';
import { assess, withFacets } from '../domain/qualification/assess.ts';
import { KnownPerson } from '../domain/qualification/known-person.ts';
import { rulesOf } from '../domain/qualification/rules.ts';
import { answerNow } from '../domain/stage/answers.ts';
import { recordTypeOf } from '../domain/stage/gate-properties.ts';
import { askGate, type GateItem } from '../domain/stage/stage-gate.ts';
import type { RecordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { factsAbout } from './assess-people.ts';
import { decidePeople } from './decide-people.ts';
import { pathFor } from './measure.ts';
import type { Neighborhood, PortalSettings, PortalTransaction } from './ports.ts';

/** A stage to be entered, and who and what by. */
export interface Entry {
  readonly stage: Milestone;
  readonly left: Milestone | undefined;
  /** Undefined for a deal without a known contact. */
  readonly contactId: RecordId | undefined;
  readonly dealId?: RecordId | undefined;
  /** Values of the deal that the click itself sets. */
  readonly given?: ReadonlyMap<string, string>;
}

/** What is known of everybody around, by which definitions, and what people call it. */
export interface GateScene {
  readonly near: Neighborhood;
  readonly settings: PortalSettings;
  readonly now: Instant;
  readonly nameOf: NameOf;
}

export const gateScene = async (
  tx: PortalTransaction,
  near: Neighborhood,
  settings: PortalSettings,
  now: Instant,
): Promise<GateScene> => ({ near, settings, now, nameOf: factNames(await tx.propertyLabels()) });

/** What a stage asks for, with what is known now. */
export function gateOf(entry: Entry, scene: GateScene): GateItem[] {
  const { near, settings, now, nameOf } = scene;
  const { definitions } = settings;
  const { stage, left, contactId, dealId, given } = entry;
  const person = (contactId !== undefined && near.contacts.get(contactId)?.facts) || [];
  const deal = (dealId !== undefined && near.deals.get(dealId)?.facts) || [];
  const own = recordTypeOf(stage) === 'contact' ? person : deal;
  const entrant = {
    subject: subjectOf(contactId === undefined ? [] : factsAbout(contactId, near), definitions, now),
    field: (property: string) => given?.get(property) ?? valueAt(own, property, Number.POSITIVE_INFINITY),
    answer: (id: string) => answerNow({ id }, person),
    notToSkip: notToSkip(entry, scene),
  };
  return askGate(stage, left, entrant, definitions, nameOf);
}

function notToSkip({ stage, contactId, dealId }: Entry, { near, settings }: GateScene) {
  const before = pathFor(settings).filter(
    (each) => rankOf(each) < rankOf(stage) && settings.definitions.stages[each]?.skip === 'forbid',
  );
  if (before.length === 0) return [];
  const { people, deals } = decidePeople(near, settings);
  const journeys = people.find((each) => each.contactId === contactId)?.journeys ?? [];
  const journey = journeys.findLast(({ dealIds }) => dealId === undefined || dealIds.includes(dealId));
  const visits = journey?.visits ?? deals.find((each) => each.dealId === dealId)?.visits ?? [];
  return before.map((each) => ({ stage: each, isEntered: visits.some(({ milestone }) => milestone === each) }));
}

function subjectOf(facts: readonly Fact[], definitions: DefinitionSet, at: Instant): Subject {
  const rules = rulesOf(definitions);
  if (!rules) return { at, value: (asked) => valueOf(facts, asked, at) };
  const known = new KnownPerson(rules);
  for (const fact of facts) known.learn(fact);
  return withFacets(known, assess(known, at, rules));
}

function valueOf(facts: readonly Fact[], asked: string, at: Instant): string {
  const [type, property = ''] = asked.split('.');
  const own = facts.filter(({ record }) => record.type === type);
  return valueAt(own, property, at);
}

/** A person who is to be worked (MAL). */
export function leadEntry(contactId: RecordId, { near, settings }: Pick<GateScene, 'near' | 'settings'>): Entry {
  const [person] = decidePeople({ ...near, affectedContacts: [contactId], affectedDeals: [] }, settings).people;
  return { stage: 'MAL', left: stageIn(person?.journeys.at(-1)?.visits ?? [])?.milestone, contactId };
}

/** A deal that is to be accepted as an opportunity (SQO), on the terms that are given with the click. */
export function opportunityEntry(
  dealId: RecordId,
  terms: { readonly amount: string; readonly closeDate: string },
  { near, settings }: Pick<GateScene, 'near' | 'settings'>,
): Entry {
  const deal = decidePeople(near, settings).deals.find((each) => each.dealId === dealId);
  const given = new Map([
    ['amount', terms.amount],
    ['closedate', terms.closeDate],
  ]);
  return { stage: 'SQO', left: deal?.visits.at(-1)?.milestone, contactId: deal?.originContactId, dealId, given };
}
