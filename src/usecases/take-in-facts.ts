import type { RecordKey } from '../domain/journey/fact.ts';
import { type PortalId, type RecordId, recordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { commitObservations, type CommitNeeds } from './commit-observations.ts';
import type { LinkNeeds } from './observe-links.ts';
import type { Lane, Lease, Observation, PortalSettings } from './ports.ts';
import { readIn } from './read-in.ts';
import type { CodedFact, Reference, ToldRow } from './take-in.ts';
import type { OpenRow, RowOutcome } from './take-in-row.ts';

type Row = Pick<OpenRow<ToldRow>, 'rowId' | 'intakeId' | 'content'>;
type FactNeeds = CommitNeeds & LinkNeeds;

/** Finds the records that signals and touches are about, reads those we do not know, and adds the facts to their history. */
export async function takeInFacts(
  portalId: PortalId,
  lease: Lease,
  rows: readonly Row[],
  settings: PortalSettings,
  needs: FactNeeds,
): Promise<RowOutcome[]> {
  if (rows.length === 0) return [];
  const keyOf = await recordsNamed(rows, needs);
  const keys = rows.map(({ content: { of } }) => keyOf(of));
  const { observations, missing } = await readUnknown(settings, keys, 'live', needs);
  const isThere = (key: RecordKey | undefined): key is RecordKey => key !== undefined && !missing.has(textOf(key));
  const at = needs.clock();
  const told = rows.flatMap(({ content, intakeId }, index) => {
    const record = keys[index];
    return isThere(record) ? [observationOf(record, content, intakeId, at)] : [];
  });
  if (told.length > 0) await commitObservations(portalId, lease, { observations: [...observations, ...told] }, needs);
  return rows.map(({ rowId, content: { of } }, index) =>
    isThere(keys[index]) ? { rowId, outcome: 'taken' } : { rowId, outcome: 'rejected', ...notFound(of) },
  );
}

/** Which records the rows name: addresses and domains are asked for in HubSpot. */
async function recordsNamed(rows: readonly Row[], { gateway }: FactNeeds) {
  const emails = unique(rows.flatMap(({ content: { of } }) => ('email' in of ? [of.email] : [])));
  const domains = unique(rows.flatMap(({ content: { of } }) => ('domain' in of ? [of.domain] : [])));
  const people = emails.length === 0 ? [] : await gateway.peopleByEmail(emails, 'live');
  const companies = domains.length === 0 ? undefined : await gateway.companiesByDomain(domains, 'live');
  const contacts = new Map(
    people.flatMap((person) => person.emails.map((email) => [email, person.contactId] as const)),
  );
  const idOf = (of: Reference): RecordId | undefined =>
    'id' in of ? recordId(of.id) : 'email' in of ? contacts.get(of.email) : companies?.get(of.domain);
  return (of: Reference): RecordKey | undefined => {
    const id = idOf(of);
    return id === undefined ? undefined : { type: of.type, id };
  };
}

/** Records we have not seen, with their whole history; `missing` are those HubSpot does not have. */
export async function readUnknown(
  settings: PortalSettings,
  keys: readonly (RecordKey | undefined)[],
  lane: Lane,
  needs: FactNeeds,
): Promise<{ observations: Observation[]; missing: ReadonlySet<string> }> {
  const asked = new Map(keys.flatMap((key) => (key ? [[textOf(key), key] as const] : [])));
  const unknown = await needs.unknownRecords(settings.portalId, [...asked.values()]);
  if (unknown.length === 0) return { observations: [], missing: new Set() };
  const observations = await readIn(settings, unknown, [], lane, needs);
  const seen = new Set(observations.flatMap((each) => (each.kind === 'seen' ? [textOf(each.record)] : [])));
  return { observations, missing: new Set(unknown.map(textOf).filter((key) => !seen.has(key))) };
}

/** A fact that somebody outside HubSpot tells. */
export const observationOf = (
  record: RecordKey,
  { property, value, at }: CodedFact,
  intakeId: string,
  knownAt: Instant,
): Observation => ({
  kind: 'changed',
  fact: { record, property, value, occurredAt: at, knownAt, dated: true },
  sourceType: 'v1',
  sourceId: intakeId,
});

function notFound(of: Reference): { field: string; why: string } {
  const field = 'id' in of ? 'id' : 'email' in of ? 'email' : 'domain';
  return { field, why: `HubSpot has no ${of.type} with it` };
}

const textOf = ({ type, id }: RecordKey): string => `${type} ${id}`;
const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
