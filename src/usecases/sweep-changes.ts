import { RECORD_TYPES, type RecordKey, type RecordType } from '../domain/journey/fact.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import { type Instant, MINUTE_MS } from '../domain/values/instant.ts';
import { commitObservations, type CommitNeeds } from './commit-observations.ts';
import type { LinkNeeds } from './observe-links.ts';
import { followedProperties } from './observe-record.ts';
import type { ChangedRecord, ChangePlace, Lease, Observation, PortalSettings } from './ports.ts';
import { readIn } from './read-in.ts';
import { storedForm } from './stored-form.ts';

export interface SweepNeeds extends CommitNeeds, LinkNeeds {
  /** From which change on records are still to be looked at; undefined before the first look. */
  readonly loadSince: (portalId: PortalId, type: RecordType) => Promise<Instant | undefined>;
  readonly saveSince: (portalId: PortalId, type: RecordType, at: Instant) => Promise<void>;
  /** The latest value we hold of each property, by record. */
  readonly latestValues: (
    portalId: PortalId,
    type: RecordType,
    ids: readonly RecordId[],
  ) => Promise<ReadonlyMap<RecordId, ReadonlyMap<string, string>>>;
  /** Which record each of these is now part of; only records we have seen. */
  readonly survivorIds: (
    portalId: PortalId,
    type: RecordType,
    ids: readonly RecordId[],
  ) => Promise<ReadonlyMap<string, RecordId>>;
  readonly deletedRecords: (portalId: PortalId, keys: readonly RecordKey[]) => Promise<RecordKey[]>;
}

/** HubSpot's search lags behind its records, so each look goes back further than the last one came. */
const LAG_MS = 2 * MINUTE_MS;
/** Pages of up to 200 records that one look takes of a type; the rest is taken by the next, and webhooks wait no longer than that. */
const PAGES_PER_LOOK = 25;

/**
 * Finds what no webhook tells: changes of properties without subscription, and what was lost (design D12). What changed lately is
 * compared with the history, so that our own writes cost a search and nothing more; what differs is read with its history.
 *
 * Nothing is looked for before the first whole read has ended; from then on all that changed since it began is.
 *
 * @returns how many lines of history were new
 */
export async function sweepChanges(portalId: PortalId, lease: Lease, needs: SweepNeeds): Promise<number> {
  const settings = await needs.store.inPortal(portalId, (tx) => tx.settings());
  let added = 0;
  for (const type of RECORD_TYPES) {
    const since = await needs.loadSince(portalId, type);
    if (since === undefined) await needs.saveSince(portalId, type, needs.clock());
    else if (settings.backfilledAt !== undefined) added += await look(settings, type, since, lease, needs);
  }
  return added;
}

/** One look goes by the time of change; what it has come past is done for once the search cannot lag behind it any more. */
async function look(
  settings: PortalSettings,
  type: RecordType,
  since: Instant,
  lease: Lease,
  needs: SweepNeeds,
): Promise<number> {
  const { portalId } = settings;
  const settled = needs.clock() - LAG_MS;
  const properties = followedProperties(type, settings);
  let added = 0;
  let place: ChangePlace | undefined = { at: since };
  for (let page = 0; place !== undefined && (page < PAGES_PER_LOOK || place.afterId !== undefined); page += 1) {
    const found = await needs.gateway.changedRecords({ type, properties, from: place }, 'background');
    const observations = await observeChanged(settings, type, found.records, needs);
    if (observations.length > 0) added += await commitObservations(portalId, lease, { observations }, needs);
    place = found.next;
    const reached = place?.afterId === undefined ? (place?.at ?? settled) : since;
    await needs.saveSince(portalId, type, Math.max(since, Math.min(reached, settled)));
  }
  return added;
}

async function observeChanged(
  settings: PortalSettings,
  type: RecordType,
  found: readonly ChangedRecord[],
  needs: SweepNeeds,
): Promise<Observation[]> {
  if (found.length === 0) return [];
  const { portalId } = settings;
  const ids = found.map(({ id }) => id);
  const keys = ids.map((id): RecordKey => ({ type, id }));
  const knownAt = needs.clock();
  const unknown = new Set((await needs.unknownRecords(portalId, keys)).map(({ id }) => id));
  const back = await needs.deletedRecords(portalId, keys);
  const restored = new Set(back.map(({ id }) => id));
  const merges = await mergesIn(portalId, type, found, knownAt, needs);
  const survivors = new Set(merges.map(({ into }) => into));
  const differs = await differing(settings, type, found, needs);
  const moved = await movedContacts(portalId, found, needs);
  const isNews = (id: RecordId) =>
    unknown.has(id) || restored.has(id) || survivors.has(id) || moved.has(id) || differs(id);
  const told = await readIn(
    settings,
    keys.filter(({ id }) => isNews(id)),
    [],
    'background',
    needs,
  );
  return [
    ...back.map((record): Observation => ({ kind: 'restored', record, at: knownAt, knownAt })),
    ...told,
    ...merges,
  ];
}

/** Whether HubSpot says of a record something else than our history. */
async function differing(
  settings: PortalSettings,
  type: RecordType,
  found: readonly ChangedRecord[],
  needs: SweepNeeds,
): Promise<(id: RecordId) => boolean> {
  const known = await needs.latestValues(
    settings.portalId,
    type,
    found.map(({ id }) => id),
  );
  const stored = storedForm(settings);
  const names = followedProperties(type, settings);
  const told = ({ id, changedAt }: ChangedRecord, property: string, value: string): string => {
    const fact = { record: { type, id }, property, value, occurredAt: changedAt, knownAt: changedAt, dated: true };
    const form = stored({ kind: 'changed', fact, sourceType: '', sourceId: '' });
    return form.kind === 'changed' ? form.fact.value : value;
  };
  const changed = found.filter((each) => {
    const [own, { properties }] = [known.get(each.id), each];
    return !properties || names.some((name) => told(each, name, properties[name] ?? '') !== (own?.get(name) ?? ''));
  });
  const ids = new Set(changed.map(({ id }) => id));
  return (id) => ids.has(id);
}

/** Merges of records we know whose webhook has not come. */
async function mergesIn(
  portalId: PortalId,
  type: RecordType,
  found: readonly ChangedRecord[],
  knownAt: Instant,
  needs: SweepNeeds,
): Promise<Extract<Observation, { kind: 'merged' }>[]> {
  const merged = found.flatMap((record) =>
    record.mergedIds.map((id) => ({ id, into: record.id, at: record.changedAt })),
  );
  const survivors = await needs.survivorIds(
    portalId,
    type,
    merged.map(({ id }) => id),
  );
  return merged
    .filter(({ id, into }) => id !== into && survivors.get(id) !== undefined && survivors.get(id) !== into)
    .map(({ id, into, at }) => ({ kind: 'merged', record: { type, id }, into, at, knownAt }));
}

/** Contacts whose company is another than the one we hold. */
async function movedContacts(
  portalId: PortalId,
  found: readonly ChangedRecord[],
  needs: SweepNeeds,
): Promise<ReadonlySet<RecordId>> {
  const named = found.filter((record) => record.companyId !== undefined && record.companyId !== '');
  if (named.length === 0) return new Set();
  const known = await needs.knownCompanies(
    portalId,
    named.map(({ id }) => id),
  );
  return new Set(named.filter(({ id, companyId }) => known.get(id)?.companyId !== companyId).map(({ id }) => id));
}
