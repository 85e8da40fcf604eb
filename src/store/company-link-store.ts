import { currentCompany } from '../domain/journey/current-company.ts';
import { type PortalId, type RecordId, recordId } from '../domain/values/ids.ts';
import type { KnownCompany } from '../usecases/observe-links.ts';
import { COMPANY_LINK, type EventRow, isLink } from './event-row.ts';
import type { Queryable } from './queryable.ts';
import { deletedRecords, survivorIds, withMerged } from './record-store.ts';

/** Which primary company contacts have now, read off all that was told of them and of records merged into them or their companies. */
export async function applyCompanyLinks(tx: Queryable, portalId: PortalId, added: readonly EventRow[]): Promise<void> {
  const merged = (type: string) =>
    added
      .filter((row) => row.event_type === 'merged' && row.object_type === type)
      .flatMap((row) => [row.object_id, row.value]);
  const told = [
    ...added.filter((row) => isLink(row, COMPANY_LINK)).map((row) => row.object_id),
    ...merged('contact'),
    ...(await contactsToldOf(tx, portalId, merged('company'))),
  ];
  const contacts = await withMerged(tx, portalId, 'contact', [...new Set(told)]);
  if (contacts.size === 0) return;
  const lines = await linesOf(tx, portalId, [...contacts.keys()]);
  const companies = await survivorIds(
    tx,
    portalId,
    'company',
    lines.map((line) => line.companyId),
  );
  const words = lines.map((line) => ({ ...line, companyId: companies.get(line.companyId) ?? line.companyId }));
  const wordsOf = Map.groupBy(words, (word) => contacts.get(word.contactId) ?? word.contactId);
  const rows = [...wordsOf].flatMap(([contactId, own]) => {
    const companyId = currentCompany(contactId, own);
    return companyId === undefined ? [] : [{ contactId, companyId }];
  });
  await tx.query('delete from contact_company where portal_id = $1 and contact_id = any($2)', [
    portalId,
    [...contacts.keys()],
  ]);
  await tx.query(
    `insert into contact_company (portal_id, contact_id, company_id)
     select $1, c."contactId", c."companyId" from jsonb_to_recordset($2::jsonb) as c("contactId" text, "companyId" text)`,
    [portalId, JSON.stringify(rows)],
  );
}

/** Contacts that were ever told to have one of these companies or one merged with it. */
async function contactsToldOf(tx: Queryable, portalId: PortalId, companies: readonly string[]): Promise<string[]> {
  if (companies.length === 0) return [];
  const group = await withMerged(tx, portalId, 'company', companies);
  const { rows } = await tx.query<{ id: string }>(
    `select distinct object_id as id from event
      where portal_id = $1 and property = '${COMPANY_LINK}' and event_type in ('associated', 'dissociated') and value = any($2)`,
    [portalId, [...group.keys()]],
  );
  return rows.map((row) => row.id);
}

interface LinkLine {
  readonly contactId: RecordId;
  readonly companyId: RecordId;
  readonly at: number;
  readonly isGone: boolean;
}

async function linesOf(tx: Queryable, portalId: PortalId, contacts: readonly RecordId[]): Promise<LinkLine[]> {
  const { rows } = await tx.query<LinkLine>(
    `select object_id as "contactId", value as "companyId", occurred_at as at, event_type = 'dissociated' as "isGone" from event
      where portal_id = $1 and kind = 'observed' and object_type = 'contact' and object_id = any($2)
        and event_type in ('associated', 'dissociated') and property = '${COMPANY_LINK}'`,
    [portalId, contacts],
  );
  return rows;
}

/** Companies these contacts, or contacts merged into them, have or have had. */
export async function companiesEverOf(
  tx: Queryable,
  portalId: PortalId,
  contacts: readonly RecordId[],
): Promise<RecordId[]> {
  const group = await withMerged(tx, portalId, 'contact', contacts);
  if (group.size === 0) return [];
  const told = (await linesOf(tx, portalId, [...group.keys()])).map((line) => line.companyId);
  const survivors = await survivorIds(tx, portalId, 'company', told);
  return [...new Set(told.map((id) => survivors.get(id) ?? id))];
}

/** The company of each contact that has one. */
export async function companiesOf(
  tx: Queryable,
  portalId: PortalId,
  contacts: readonly RecordId[],
): Promise<Map<RecordId, RecordId>> {
  const { rows } = await tx.query<{ contact_id: RecordId; company_id: RecordId }>(
    'select contact_id, company_id from contact_company where portal_id = $1 and contact_id = any($2)',
    [portalId, contacts],
  );
  return new Map(rows.map((row) => [row.contact_id, row.company_id]));
}

/** All contacts of each of these companies that has any. */
export async function contactsOf(
  tx: Queryable,
  portalId: PortalId,
  companies: readonly RecordId[],
): Promise<Map<RecordId, RecordId[]>> {
  const { rows } = await tx.query<{ contact_id: RecordId; company_id: RecordId }>(
    'select contact_id, company_id from contact_company where portal_id = $1 and company_id = any($2) order by contact_id',
    [portalId, companies],
  );
  const byCompany = Map.groupBy(rows, (row) => row.company_id);
  return new Map([...byCompany].map(([company, own]) => [company, own.map((row) => row.contact_id)]));
}

/** What we hold of each contact's company; only contacts of which one was ever told are in the map. */
export async function knownCompanies(
  tx: Queryable,
  portalId: PortalId,
  contacts: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, KnownCompany>> {
  const group = await withMerged(tx, portalId, 'contact', contacts);
  if (group.size === 0) return new Map();
  const told = new Set((await linesOf(tx, portalId, [...group.keys()])).map((line) => group.get(line.contactId)));
  const companyOf = await companiesOf(
    tx,
    portalId,
    [...told].filter((id) => id !== undefined),
  );
  const keys = [...companyOf.values()].map((id) => ({ type: 'company' as const, id }));
  const deleted = new Set((await deletedRecords(tx, portalId, keys)).map(({ id }) => id));
  return new Map(
    contacts.flatMap((id) => {
      const survivor = group.get(id) ?? recordId(id);
      if (!told.has(survivor)) return [];
      const companyId = companyOf.get(survivor);
      return [[id, { companyId, isDeleted: companyId !== undefined && deleted.has(companyId) }] as const];
    }),
  );
}
