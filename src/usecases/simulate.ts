import type { DefinitionSet } from '../domain/definitions/definition-set.ts';
import { mapDealStages } from '../domain/journey/deal-stage.ts';
import type { Fact, RecordKey } from '../domain/journey/fact.ts';
import { compareReplays, type Comparison, type ReplayedPerson } from '../domain/qualification/compare-replays.ts';
import { type InForce, type PersonRecord, replayPerson } from '../domain/qualification/replay-person.ts';
import { rulesOf } from '../domain/qualification/rules.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import { DAY_MS, type Instant } from '../domain/values/instant.ts';
import { decidePeople } from './decide-people.ts';
import { barredPeople } from './disqualified-addresses.ts';
import type { PersonState, PortalSettings, PortalTransaction, Store } from './ports.ts';

export interface SimulateNeeds {
  readonly store: Store;
  readonly now: Instant;
  /** Told of each page of records; the next one waits for it. */
  readonly report: (records: number) => void | Promise<void>;
}

export interface SimulateOptions {
  readonly draft: DefinitionSet;
  readonly days: number;
  readonly minutesPerLead: number;
}

/** The definition sets cannot be compared: one of them scores nobody. */
export class NothingToSimulateError extends Error {
  override readonly name = 'NothingToSimulateError';
  readonly exitCode = 2;
}

const RECORDS_PER_READ = 200;

/**
 * What a draft would have made of the last days, beside what the definition set in force would have made of the same days from the same
 * history. Reads only; nothing is decided or written.
 *
 * @throws NothingToSimulateError when one of the two has no rules of scoring
 */
export async function simulate(
  portalId: PortalId,
  options: SimulateOptions,
  needs: SimulateNeeds,
): Promise<Comparison> {
  const settings = await needs.store.inPortal(portalId, (tx) => tx.settings());
  const from = needs.now - options.days * DAY_MS;
  const current = [inForce(settings.definitions, settings, from, 'in force')];
  const draft = [inForce(options.draft, settings, from, 'of the draft')];
  const people: ReplayedPerson[] = [];
  for await (const { person, state } of everybody(portalId, settings, needs)) {
    const replayed = (timeline: readonly InForce[]) => replayPerson(person, timeline, from, needs.now);
    people.push({ ...shownOf(state, from), current: replayed(current), draft: replayed(draft) });
  }
  const window = { from, until: needs.now, minutesPerLead: options.minutesPerLead };
  return compareReplays(people, window, { current: settings.definitions.version, draft: options.draft.version });
}

export function inForce(definitions: DefinitionSet, { stages }: PortalSettings, from: Instant, which: string): InForce {
  const rules = rulesOf(definitions);
  if (!rules)
    throw new NothingToSimulateError(`The definition set ${which} has no sections scoring and qualification.`);
  return { from, definitions, rules, stages: mapDealStages(stages, definitions) };
}

/** Everybody in the portal with what is known of them, page by page. */
export async function* everybody(
  portalId: PortalId,
  settings: PortalSettings,
  { store, report }: Pick<SimulateNeeds, 'store' | 'report'>,
): AsyncGenerator<{ person: PersonRecord; state: PersonState }> {
  let after: RecordKey | undefined;
  const seen = new Set<RecordId>();
  for (;;) {
    const page = await store.inPortal(portalId, (tx) => readPage(tx, after));
    if (page.records.length === 0) return;
    after = page.records.at(-1);
    const { people } = decidePeople(page.near, settings);
    for (const state of people) {
      if (state.excluded !== undefined || seen.has(state.contactId)) continue;
      seen.add(state.contactId);
      yield { person: recordOf(state, page, settings.connectedAt), state };
    }
    await report(page.records.length);
  }
}

async function readPage(tx: PortalTransaction, after: RecordKey | undefined) {
  const records = await tx.recordsAfter(after, RECORDS_PER_READ);
  const near = await tx.neighborhood(records.filter(({ type }) => type === 'contact'));
  const handoffs = await tx.handoffs(near.affectedContacts, []);
  return { records, near, handoffs, barred: await barredPeople(tx, near) };
}

type Page = Awaited<ReturnType<typeof readPage>>;

function recordOf(
  { contactId, journeys }: PersonState,
  { near, handoffs, barred }: Page,
  connectedAt: Instant,
): PersonRecord {
  const company = near.companyOf.get(contactId);
  const deals = journeys.flatMap(({ dealIds }) => dealIds);
  const heard = (facts: readonly Fact[] = []) => facts.map((fact) => asHeard(fact, connectedAt));
  return {
    contactId,
    facts: heard(near.contacts.get(contactId)?.facts),
    companyFacts: heard(company === undefined ? [] : near.companies.get(company)?.facts),
    deals: deals.map((dealId) => ({ dealId, facts: heard(near.deals.get(dealId)?.facts) })),
    handoffs: handoffs.filter((handoff) => handoff.contactId === contactId),
    barredAt: barred.get(contactId),
  };
}

/** What happened before we listened is taken as heard when it happened: else a portal that is new would have no past to try rules on. */
export const asHeard = (fact: Fact, connectedAt: Instant): Fact =>
  fact.occurredAt < connectedAt ? { ...fact, knownAt: fact.occurredAt } : fact;

function shownOf({ contactId, journeys }: PersonState, from: Instant) {
  const won = journeys.filter(({ ended }) => ended?.milestone === 'WON' && ended.at >= from);
  return {
    contactId,
    channel: journeys.at(-1)?.channel ?? 'unknown',
    wonDealIds: won.flatMap(({ dealIds }) => dealIds.slice(0, 1)),
  };
}
