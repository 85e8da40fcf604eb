import type { RecordKey } from '../domain/journey/fact.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { observationsOf, readProperties } from './observe-record.ts';
import type { Clock, CompanyChange, CrmRecord, Lane, Observation, PortalGateway, PortalSettings } from './ports.ts';

/** What we hold of a contact's primary company. */
export interface KnownCompany {
  readonly companyId?: RecordId | undefined;
  readonly isDeleted: boolean;
}

export interface LinkNeeds {
  readonly gateway: PortalGateway;
  readonly clock: Clock;
  /** The latest word we have on each deal's contacts. */
  readonly knownContacts: (
    portalId: PortalId,
    dealIds: readonly RecordId[],
  ) => Promise<ReadonlyMap<RecordId, readonly RecordId[]>>;
  /** What we hold of each contact's company; contacts of which none was ever told are absent. */
  readonly knownCompanies: (
    portalId: PortalId,
    contactIds: readonly RecordId[],
  ) => Promise<ReadonlyMap<RecordId, KnownCompany>>;
  /** Which of these records we have not read yet. */
  readonly unknownRecords: (portalId: PortalId, keys: readonly RecordKey[]) => Promise<RecordKey[]>;
}

/** Reads with whom records that are there belong together now, and what that adds to the history. */
export async function observeLinks(
  settings: PortalSettings,
  records: readonly CrmRecord[],
  changes: readonly CompanyChange[],
  lane: Lane,
  needs: LinkNeeds,
): Promise<Observation[]> {
  const living = records.filter((record) => record.deletedAt === undefined);
  const deals = living.filter((record) => record.type === 'deal');
  const contacts = living.filter((record) => record.type === 'contact');
  return [
    ...(await observeContactsOfDeals(settings.portalId, deals, lane, needs)),
    ...(await observeCompaniesOfContacts(settings, contacts, changes, lane, needs)),
  ];
}

/**
 * HubSpot keeps no history of associations. A link we did not know is taken as old as the deal, one we thought gone or still there is
 * corrected as of now.
 */
async function observeContactsOfDeals(
  portalId: PortalId,
  deals: readonly Pick<CrmRecord, 'id' | 'createdAt'>[],
  lane: Lane,
  needs: LinkNeeds,
): Promise<Observation[]> {
  if (deals.length === 0) return [];
  const ids = deals.map((deal) => deal.id);
  const told = await needs.gateway.contactsOfDeals(ids, lane);
  const known = await needs.knownContacts(portalId, ids);
  const knownAt = needs.clock();
  return deals.flatMap((deal) => {
    const before = new Set(known.get(deal.id));
    const present = new Set(told.get(deal.id));
    const hasHistory = known.has(deal.id);
    const at = hasHistory ? knownAt : deal.createdAt;
    const link =
      (kind: 'associated' | 'dissociated') =>
      (contactId: RecordId): Observation => ({ kind, contactId, dealId: deal.id, at, knownAt, dated: false });
    return [
      ...[...present].filter((id) => !before.has(id)).map(link('associated')),
      ...[...before].filter((id) => !present.has(id)).map(link('dissociated')),
    ];
  });
}

/** The primary companies of contacts as HubSpot has them now; companies we have not read yet are read along. */
async function observeCompaniesOfContacts(
  settings: PortalSettings,
  contacts: readonly Pick<CrmRecord, 'id' | 'createdAt'>[],
  changes: readonly CompanyChange[],
  lane: Lane,
  needs: LinkNeeds,
): Promise<Observation[]> {
  const createdAt = new Map(contacts.map((contact) => [contact.id, contact.createdAt]));
  const changesOf = Map.groupBy(changes, (change) => change.contactId);
  const ids = [...new Set([...createdAt.keys(), ...changesOf.keys()])];
  if (ids.length === 0) return [];
  const told = await needs.gateway.companiesOfContacts(ids, lane);
  const known = await needs.knownCompanies(settings.portalId, ids);
  const links = [...told].flatMap(([contactId, companyId]) =>
    companyLinks(contactId, companyId, known.get(contactId), {
      changes: changesOf.get(contactId) ?? [],
      createdAt: createdAt.get(contactId),
      now: needs.clock(),
    }),
  );
  const companies = [...told.values()].filter((id) => id !== undefined);
  return [...(await readUnknownCompanies(settings, companies, lane, needs)), ...links];
}

interface Moments {
  readonly changes: readonly CompanyChange[];
  readonly createdAt: Instant | undefined;
  readonly now: Instant;
}

/**
 * What it means that a contact has this company now. A webhook says when a link came or went, never reliably which company is the
 * primary one, so its moment goes with the company that was read. Without a webhook a first company is taken as old as the contact, and
 * anything else is corrected as of now. A company in the recycle bin keeps its people: HubSpot does not show them, but they come back
 * with it.
 */
function companyLinks(
  contactId: RecordId,
  companyId: RecordId | undefined,
  known: KnownCompany | undefined,
  { changes, createdAt, now }: Moments,
): Observation[] {
  const latest = (some: readonly CompanyChange[]) => some.map(({ at }) => at).sort((a, b) => b - a)[0];
  const changedAt = latest(changes);
  const linkedAt = latest(changes.filter((change) => change.companyId === companyId && !change.isRemoved));
  const undatedAt = known === undefined && createdAt !== undefined ? createdAt : now;
  const word = (kind: 'associated' | 'dissociated', id: RecordId, at: Instant | undefined): Observation => ({
    kind,
    contactId,
    companyId: id,
    at: at ?? undatedAt,
    knownAt: now,
    dated: at !== undefined,
  });
  const isNews = companyId !== known?.companyId;
  const before = isNews && !(companyId === undefined && known?.isDeleted) ? known?.companyId : undefined;
  return [
    ...(companyId !== undefined && (isNews || linkedAt !== undefined)
      ? [word('associated', companyId, linkedAt ?? changedAt)]
      : []),
    ...(before === undefined ? [] : [word('dissociated', before, changedAt)]),
  ];
}

async function readUnknownCompanies(
  settings: PortalSettings,
  companies: readonly RecordId[],
  lane: Lane,
  { gateway, clock, unknownRecords }: LinkNeeds,
): Promise<Observation[]> {
  const keys = [...new Set(companies)].map((id) => ({ type: 'company' as const, id }));
  const ids = (await unknownRecords(settings.portalId, keys)).map(({ id }) => id);
  if (ids.length === 0) return [];
  const properties = readProperties('company', settings);
  const records = await gateway.readRecords({ type: 'company', ids, properties }, lane);
  return observationsOf(records, settings, clock());
}
