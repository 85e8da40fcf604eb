import { recordMapping } from '../../src/adapters/hubspot/mapping.ts';
import { SHIPPED_DEFINITIONS } from '../../src/adapters/hubspot/shipped-definitions.ts';
import type { Fact, RecordType } from '../../src/domain/journey/fact.ts';
import { portalId, type PortalId, recordId } from '../../src/domain/values/ids.ts';
import type { Database } from '../../src/store/database.ts';
import { createStore } from '../../src/store/portal-store.ts';
import { saveConnection } from '../../src/store/settings-store.ts';
import { commitObservations, type CommitNeeds } from '../../src/usecases/commit-observations.ts';
import type { Lease, Observation } from '../../src/usecases/ports.ts';
import { day, DEFAULT_STAGES, facts } from './journey-builders.ts';

/** A connected portal with the shipped definitions and HubSpot's default pipeline, whose history a test tells by observations. */
export interface TestPortal extends CommitNeeds {
  readonly id: PortalId;
  readonly lease: Lease;
  /** Commits observations as live work does. @returns how many lines of history were new */
  tell(...observations: readonly Observation[]): Promise<number>;
  /** Sends a statement as the role that serves the portal. */
  query(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[]; rowCount: number }>;
}

let portals = 0;

/** @param now the portal's clock; day 100 of the story unless told */
export async function connectTestPortal(database: Database, now: () => number = () => day(100)): Promise<TestPortal> {
  const id = portalId(String(7_000 + (portals += 1)));
  await database.inPortal(id, (tx) =>
    saveConnection(
      tx,
      {
        portalId: id,
        timeZone: 'Europe/Berlin',
        currency: 'EUR',
        definitions: SHIPPED_DEFINITIONS,
        stages: DEFAULT_STAGES.map((stage) => ({ ...stage, label: stage.stage })),
        dimensions: [],
      },
      day(0),
    ),
  );
  const store = createStore(database, 'this process', now);
  const lease = await store.takeLease(id, 'decide');
  if (!lease) throw new Error('A new portal has no other worker.');
  const needs = { store, mapping: recordMapping, clock: now };
  return {
    ...needs,
    id,
    lease,
    tell: (...observations) => commitObservations(id, lease, { observations }, needs),
    query: (text, values) => database.inPortal(id, (tx) => tx.query(text, values)),
  };
}

/** Everything that was decided about a portal, as plain rows in a fixed order, to compare two portals or two moments. */
export async function decided(database: Database, id: PortalId): Promise<Record<string, unknown[]>> {
  const picture: Record<string, unknown[]> = {};
  for (const table of ['record', 'association', 'contact_company', 'journey', 'visit', 'deal', 'revenue'])
    picture[table] = await rows(table);
  picture['outbox'] = await rows(`(select portal_id, object_type, object_id, lane, desired from outbox o
    where desired <> '{}' and exists (select 1 from record r where r.portal_id = o.portal_id and r.object_type = o.object_type
      and r.object_id = o.object_id and r.deleted_at is null))`);
  return picture;

  async function rows(table: string): Promise<unknown[]> {
    const result = await database.inPortal(id, (tx) =>
      tx.query<{ row: unknown }>(
        `select to_jsonb(t) - 'portal_id' as row from ${table} t order by (to_jsonb(t) - 'portal_id')::text`,
      ),
    );
    return result.rows.map(({ row }) => row);
  }
}

// ---------------------------------------------------------------- observations; instants are days of the story

const key = (type: RecordType, id: string) => ({ type, id: recordId(id) });

export const seen = (type: RecordType, id: string, at = 0): Observation => ({
  kind: 'seen',
  record: key(type, id),
  createdAt: day(at),
  dimensions: {},
});

export const observed = (fact: Fact): Observation => ({ kind: 'changed', fact, sourceType: 'CRM_UI', sourceId: '' });

/** Changes of one property of one record: `[day, value]` pairs. */
export const changed = (...change: Parameters<typeof facts>): Observation[] => facts(...change).map(observed);

export const linked = (
  contactId: string,
  dealId: string,
  at: number,
  kind: 'associated' | 'dissociated' = 'associated',
): Observation => ({
  kind,
  contactId: recordId(contactId),
  dealId: recordId(dealId),
  at: day(at),
  knownAt: day(at),
  dated: true,
});

/** Contact and primary company. */
export const employed = (
  contactId: string,
  companyId: string,
  at: number,
  kind: 'associated' | 'dissociated' = 'associated',
): Observation => ({
  kind,
  contactId: recordId(contactId),
  companyId: recordId(companyId),
  at: day(at),
  knownAt: day(at),
  dated: true,
});

export const deleted = (type: RecordType, id: string, at: number): Observation => ({
  kind: 'deleted',
  record: key(type, id),
  at: day(at),
  knownAt: day(at),
});

export const restored = (type: RecordType, id: string, at: number): Observation =>
  ({
    ...deleted(type, id, at),
    kind: 'restored',
  }) as Observation;

export const merged = (type: RecordType, id: string, into: string, at: number): Observation => ({
  kind: 'merged',
  record: key(type, id),
  into: recordId(into),
  at: day(at),
  knownAt: day(at),
});
