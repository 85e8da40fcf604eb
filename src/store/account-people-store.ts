import { DEAL_MILESTONES } from '../domain/journey/milestone.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import type { Crowd } from '../usecases/account-ports.ts';
import type { Queryable } from './queryable.ts';

/** Open stages in which a person is being worked. */
const WORKED = ['AQL', 'MAL', 'SQL', ...DEAL_MILESTONES.filter((id) => id !== 'WON' && id !== 'LOST')];

/**
 * The people of these companies: how engaged they were when last assessed, and whether their journeys go on. Deleted ones are left out.
 * Each table is asked by its own key: joined, they go wrong while a first read fills them faster than the planner counts (decision 0003).
 */
export async function loadCrowds(
  tx: Queryable,
  portalId: PortalId,
  companyIds: readonly RecordId[],
): Promise<Map<RecordId, Crowd>> {
  const { rows: links } = await tx.query<{ company_id: RecordId; contact_id: RecordId }>(
    'select company_id, contact_id from contact_company where portal_id = $1 and company_id = any($2)',
    [portalId, companyIds],
  );
  const people = await peopleOf(
    tx,
    portalId,
    links.map((link) => link.contact_id),
  );
  return new Map(
    [...Map.groupBy(links, (link) => link.company_id)].map(([companyId, own]) => {
      const members = own.flatMap(({ contact_id }) => people.get(contact_id) ?? []);
      return [
        companyId,
        {
          people: members.map(({ contactId, at, engagement, fit }) => ({ contactId, at, engagement, fit })),
          openJourneys: members.reduce((sum, { open }) => sum + open.length, 0),
          worked: members.reduce((sum, { open }) => sum + open.filter(({ isWorked }) => isWorked).length, 0),
        },
      ];
    }),
  );
}

async function peopleOf(tx: Queryable, portalId: PortalId, contactIds: readonly RecordId[]) {
  const values = [portalId, contactIds];
  const { rows: present } = await tx.query<{ id: RecordId }>(
    `select object_id as id from record
      where portal_id = $1 and object_type = 'contact' and object_id = any($2) and deleted_at is null`,
    values,
  );
  const { rows: assessed } = await tx.query<{ contact_id: string; at: number; engagement: number; fit: number }>(
    `select contact_id, at, (document -> 'score' ->> 'fit')::bigint as fit,
            (document -> 'score' ->> 'engagement')::bigint + (document -> 'score' ->> 'breadth')::bigint as engagement
       from assessment where portal_id = $1 and contact_id = any($2)`,
    values,
  );
  const { rows: journeys } = await tx.query<{ contact_id: string; attempt: number }>(
    `select contact_id, attempt from journey
      where portal_id = $1 and contact_id = any($2) and ended_at is null and excluded is null`,
    values,
  );
  const { rows: worked } = await tx.query<{ contact_id: string; attempt: number }>(
    `select distinct contact_id, attempt from visit
      where portal_id = $1 and contact_id = any($2) and exited_at is null and milestone = any($3)`,
    [...values, WORKED],
  );
  const scores = new Map(assessed.map((row) => [row.contact_id, row]));
  const open = Map.groupBy(journeys, (row) => row.contact_id);
  const isWorked = new Set(worked.map(({ contact_id, attempt }) => `${contact_id} ${attempt}`));
  return new Map(
    present.map(({ id }) => {
      const { at = 0, engagement = 0, fit = 0 } = scores.get(id) ?? {};
      const attempts = (open.get(id) ?? []).map(({ attempt }) => ({ isWorked: isWorked.has(`${id} ${attempt}`) }));
      return [id, { contactId: id, at, engagement, fit, open: attempts }] as const;
    }),
  );
}

/** Who belongs to which company, and who to which deal; what was merged away is its survivor. */
export async function loadUnits(tx: Queryable, portalId: PortalId) {
  const companies = await tx.query<{ contact_id: RecordId; company_id: RecordId }>(
    'select contact_id, company_id from contact_company where portal_id = $1',
    [portalId],
  );
  const deals = await tx.query<{ contact_id: RecordId; deal_id: string }>(
    `select distinct coalesce(c.survivor_id, a.contact_id) as contact_id, coalesce(d.survivor_id, a.deal_id) as deal_id
       from association a
       left join record c on c.portal_id = $1 and c.object_type = 'contact' and c.object_id = a.contact_id
       left join record d on d.portal_id = $1 and d.object_type = 'deal' and d.object_id = a.deal_id
      where a.portal_id = $1`,
    [portalId],
  );
  const byDeal = Map.groupBy(deals.rows, (row) => row.deal_id);
  return {
    companyOf: new Map(companies.rows.map((row) => [row.contact_id, row.company_id])),
    contactsOfDeal: new Map([...byDeal].map(([dealId, own]) => [dealId, own.map((row) => row.contact_id)])),
  };
}
