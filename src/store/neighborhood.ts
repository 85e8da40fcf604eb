import type { RecordKey, RecordType } from '../domain/journey/fact.ts';
import { compareIds, type PortalId, type RecordId, recordId } from '../domain/values/ids.ts';
import type { Neighborhood } from '../usecases/ports.ts';
import { companiesEverOf, companiesOf, contactsOf } from './company-link-store.ts';
import { loadHistories, recordsIn } from './record-histories.ts';
import type { Queryable } from './queryable.ts';
import { deletedRecords, survivorIds } from './record-store.ts';

interface Link {
  contactId: RecordId;
  dealId: RecordId;
}

/**
 * Loads everything the decision about the touched records needs: from touched companies to all their people, then in two steps along
 * the associations between contacts and deals, then to the companies of those affected.
 */
export async function loadNeighborhood(
  tx: Queryable,
  portalId: PortalId,
  touched: readonly RecordKey[],
): Promise<Neighborhood> {
  const touchedCompanies = idsOf(touched, 'company');
  const touchedContacts = union(
    idsOf(touched, 'contact'),
    [...(await contactsOf(tx, portalId, touchedCompanies)).values()].flat(),
  );
  const affectedDeals = union(
    idsOf(touched, 'deal'),
    (await linksOf(tx, portalId, 'contact_id', touchedContacts)).map((link) => link.dealId),
  );
  const affectedContacts = union(
    touchedContacts,
    (await linksOf(tx, portalId, 'deal_id', affectedDeals)).map((link) => link.contactId),
  );
  const dealIds = union(
    affectedDeals,
    (await linksOf(tx, portalId, 'contact_id', affectedContacts)).map((link) => link.dealId),
  );
  const links = await linksOf(tx, portalId, 'deal_id', dealIds);
  const contactIds = union(
    affectedContacts,
    links.map((link) => link.contactId),
  );
  const affectedCompanies = union(touchedCompanies, await companiesEverOf(tx, portalId, affectedContacts));
  return {
    affectedContacts,
    affectedDeals,
    affectedCompanies,
    links,
    contacts: await loadHistories(tx, portalId, 'contact', contactIds),
    deals: await loadHistories(tx, portalId, 'deal', dealIds),
    companies: await loadHistories(tx, portalId, 'company', affectedCompanies),
    companyOf: await livingCompaniesOf(tx, portalId, affectedContacts),
    contactsOfCompany: await contactsOf(tx, portalId, affectedCompanies),
  };
}

const idsOf = (keys: readonly RecordKey[], type: RecordType): RecordId[] =>
  keys.filter((key) => key.type === type).map((key) => key.id);

const union = (a: readonly RecordId[], b: readonly RecordId[]): RecordId[] => [...new Set([...a, ...b])];

/** Associations between surviving records: a merged contact's deals are its survivor's. */
async function linksOf(
  tx: Queryable,
  portalId: PortalId,
  by: 'contact_id' | 'deal_id',
  ids: readonly RecordId[],
): Promise<Link[]> {
  if (ids.length === 0) return [];
  const own = await recordsIn(tx, portalId, by === 'contact_id' ? 'contact' : 'deal', ids);
  const { rows } = await tx.query<{ contact_id: string; deal_id: string }>(
    `select contact_id, deal_id from association where portal_id = $1 and ${by} = any($2)`,
    [portalId, [...new Set([...ids, ...own.map((record) => record.id)])]],
  );
  const idsIn = (column: 'contact_id' | 'deal_id') => rows.map((row) => row[column]);
  const contacts = await survivorIds(tx, portalId, 'contact', idsIn('contact_id'));
  const deals = await survivorIds(tx, portalId, 'deal', idsIn('deal_id'));
  const links = rows.map((row) => ({
    contactId: contacts.get(row.contact_id) ?? recordId(row.contact_id),
    dealId: deals.get(row.deal_id) ?? recordId(row.deal_id),
  }));
  return [...new Map(links.map((link) => [`${link.contactId} ${link.dealId}`, link])).values()].sort(
    (a, b) => compareIds(a.dealId, b.dealId) || compareIds(a.contactId, b.contactId),
  );
}

async function livingCompaniesOf(
  tx: Queryable,
  portalId: PortalId,
  contacts: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, RecordId>> {
  const companyOf = await companiesOf(tx, portalId, contacts);
  const keys = [...new Set(companyOf.values())].map((id) => ({ type: 'company' as const, id }));
  const deleted = new Set((await deletedRecords(tx, portalId, keys)).map(({ id }) => id));
  return new Map([...companyOf].filter(([, company]) => !deleted.has(company)));
}
