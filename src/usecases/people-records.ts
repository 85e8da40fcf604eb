import type { Handoff } from '../domain/handoff/handoff.ts';
import type { Fact, RecordKey } from '../domain/journey/fact.ts';
import type { PersonRecord } from '../domain/qualification/replay-person.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { decidePeople } from './decide-people.ts';
import { barredPeople } from './disqualified-addresses.ts';
import type { Neighborhood, PersonState, PortalSettings, PortalTransaction, Store } from './ports.ts';

const RECORDS_PER_READ = 200;

export interface ReadNeeds {
  readonly store: Store;
  /** Told of each page of records; the next one waits for it. */
  readonly report: (records: number) => void | Promise<void>;
}

/** Everybody in the portal with what is known of them, page by page. */
export async function* everybody(
  portalId: PortalId,
  settings: PortalSettings,
  { store, report }: ReadNeeds,
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

export interface PeoplePage {
  readonly near: Neighborhood;
  readonly handoffs: readonly Handoff[];
  readonly barred: ReadonlyMap<RecordId, Instant>;
}

/** What a replay needs to know of a person. */
export function recordOf(
  { contactId, journeys }: PersonState,
  { near, handoffs, barred }: PeoplePage,
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
