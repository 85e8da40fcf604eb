import { replayAccount } from '../domain/account/replay-account.ts';
import { workedPeople } from '../domain/account/worked-people.ts';
import type { DefinitionSet } from '../domain/definitions/definition-set.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import { mapDealStages } from '../domain/journey/deal-stage.ts';
import { rankOf } from '../domain/journey/milestone.ts';
import { valueAt } from '../domain/journey/timeline.ts';
import {
  compareReplays,
  type Comparison,
  type ReplayedAccount,
  type ReplayedPerson,
} from '../domain/qualification/compare-replays.ts';
import type { Offered } from '../domain/qualification/expected-breaches.ts';
import type { Fate } from '../domain/qualification/outcomes-by-cell.ts';
import { type InForce, type PersonRecord, replayPerson } from '../domain/qualification/replay-person.ts';
import type { Replayed } from '../domain/qualification/replay-volume.ts';
import { rulesOf } from '../domain/qualification/rules.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { DAY_MS, type Instant } from '../domain/values/instant.ts';
import { followedProperties } from './observe-record.ts';
import { everybody, type ReadNeeds } from './people-records.ts';
import type { PersonState, PortalSettings } from './ports.ts';
import { signaledAccounts } from './replay-accounts.ts';

export interface SimulateNeeds extends ReadNeeds {
  readonly now: Instant;
}

export interface SimulateOptions {
  readonly draft: DefinitionSet;
  readonly days: number;
  readonly minutesPerLead: number;
  /** How many SDRs answer; as many as are in the pool now where nobody says. */
  readonly sdrs?: number | undefined;
  /** What leads are broken down by: `channel`, or `company.…` that is followed. */
  readonly segmentBy?: string | undefined;
}

/** The definition sets cannot be compared, or not in this way. */
export class NothingToSimulateError extends Error {
  override readonly name = 'NothingToSimulateError';
  readonly exitCode = 2;
}

/**
 * What a draft would have made of the last days, beside what the definition set in force would have made of the same days from the same
 * history. Reads only; nothing is decided or written.
 *
 * @throws NothingToSimulateError when one of the two has no rules of scoring, or leads cannot be broken down like this
 */
export async function simulate(
  portalId: PortalId,
  { draft, days, minutesPerLead, sdrs, segmentBy = 'channel' }: SimulateOptions,
  needs: SimulateNeeds,
): Promise<Comparison> {
  const { settings, roster } = await needs.store.inPortal(portalId, async (tx) => ({
    settings: await tx.settings(),
    roster: await tx.roster(),
  }));
  const [from, until] = [needs.now - days * DAY_MS, needs.now];
  const timelines = {
    current: [inForce(settings.definitions, settings, from, 'in force')],
    draft: [inForce(draft, settings, from, 'of the draft')],
  };
  const segmentOf = segmenter(segmentBy, settings);

  const people: ReplayedPerson[] = [];
  for await (const { person, state } of everybody(portalId, settings, needs)) {
    const replayed = (timeline: readonly InForce[]) => replayPerson(person, timeline, from, until);
    const [current, tried] = [replayed(timelines.current), replayed(timelines.draft)];
    people.push({ ...shownOf(state, from), segment: segmentOf(person, state), current, draft: tried });
  }

  const replayedOf = new Map(people.map((person) => [person.contactId, person]));
  const accounts: ReplayedAccount[] = [];
  const zone = settings.timeZone;
  for await (const { account, people: own } of signaledAccounts(portalId, settings, needs)) {
    const offers = (which: 'current' | 'draft') => {
      const members = own.map((person) => ({
        person,
        qualified: qualifiedOf(replayedOf.get(person.contactId)?.[which]),
      }));
      const worked = workedPeople(members, timelines[which], from);
      const replay = { liveAt: from, until, zone, roster };
      return replayAccount(account, worked, timelines[which], replay).flatMap(offeredOf);
    };
    accounts.push({ companyId: account.companyId, current: offers('current'), draft: offers('draft') });
  }

  return compareReplays(
    { people, accounts },
    { from, until, minutesPerLead, sdrs: sdrs ?? roster.members.sdr.length, zone },
    { current: settings.definitions, draft },
    { segmentBy, unheard: unheardBy(draft, settings) },
  );
}

export function inForce(definitions: DefinitionSet, { stages }: PortalSettings, from: Instant, which: string): InForce {
  const rules = rulesOf(definitions);
  if (!rules)
    throw new NothingToSimulateError(`The definition set ${which} has no sections scoring and qualification.`);
  return { from, definitions, rules, stages: mapDealStages(stages, definitions) };
}

const qualifiedOf = (replayed: Replayed | undefined) => replayed?.qualified ?? [];

function offeredOf({ companyId, offeredAt, clock, priority }: Handoff): Offered[] {
  if (companyId === undefined || (priority !== 'P3' && priority !== 'P4')) return [];
  return [{ id: companyId, at: offeredAt, startedAt: clock.startedAt, priority }];
}

/** Properties of people are no segments: their values may be personal, and what a what-if found is kept for a day. */
function segmenter(by: string, settings: PortalSettings): (person: PersonRecord, state: PersonState) => string {
  if (by === 'channel') return (_, { journeys }) => journeys.at(-1)?.channel ?? 'unknown';
  const followed = followedProperties('company', settings);
  const property = followed.find((name) => by === `company.${name}`);
  if (property === undefined)
    throw new NothingToSimulateError(
      `Leads cannot be broken down by ${by}: choose channel or ${followed.map((name) => `company.${name}`).join(', ')}.`,
    );
  return ({ companyFacts }) => valueAt(companyFacts, property, Number.POSITIVE_INFINITY) || 'unknown';
}

function unheardBy(draft: DefinitionSet, settings: PortalSettings): string[] {
  return (['contact', 'company'] as const).flatMap((type) => {
    const followed = new Set(followedProperties(type, settings));
    return followedProperties(type, { ...settings, definitions: draft })
      .filter((property) => !followed.has(property))
      .map((property) => `${type}.${property}`);
  });
}

function shownOf({ contactId, journeys }: PersonState, from: Instant) {
  const won = journeys.filter(({ ended }) => ended?.milestone === 'WON' && ended.at >= from);
  return {
    contactId,
    wonDealIds: won.flatMap(({ dealIds }) => dealIds.slice(0, 1)),
    fate: fateOf(journeys),
  };
}

function fateOf(journeys: PersonState['journeys']): Fate {
  const deals = journeys.flatMap(({ visits }) => visits).filter(({ track }) => track === 'deal');
  const last = journeys.at(-1);
  return {
    sqoAt: deals
      .filter(({ milestone }) => milestone !== 'LOST' && rankOf(milestone) >= rankOf('SQO'))
      .map(({ enteredAt }) => enteredAt),
    wonAt: journeys.flatMap(({ ended }) => (ended?.milestone === 'WON' ? [ended.at] : [])),
    isOpen: last !== undefined && !last.ended,
  };
}
