import { type StageMap, mapDealStages } from '../domain/journey/deal-stage.ts';
import { deriveJourneys } from '../domain/journey/derive-journeys.ts';
import { chooseOriginContact } from '../domain/journey/origin-contact.ts';
import { contactMoves, dealMoves, valueAt } from '../domain/journey/timeline.ts';
import { visitsOfMoves } from '../domain/journey/visits-of-moves.ts';
import { dealRowAt } from '../domain/pipeline/deal-row.ts';
import { revenueOf } from '../domain/pipeline/revenue-ledger.ts';
import type { RecordId } from '../domain/values/ids.ts';
import { parseMoney } from '../domain/values/money.ts';
import type { DealState, Neighborhood, PersonState, PortalSettings, RecordHistory } from './ports.ts';

/**
 * What the history now says of the affected people and deals. Pure: live work, backfill and replay call it alike, so they agree.
 */
export function decidePeople(
  near: Neighborhood,
  settings: PortalSettings,
): { people: PersonState[]; deals: DealState[] } {
  const stages = mapDealStages(settings.stages, settings.definitions);
  const origins = originsOf(near, settings, stages);
  return {
    people: near.affectedContacts.flatMap((id) => personState(id, near, settings, stages, origins)),
    deals: near.affectedDeals.flatMap((id) => dealState(id, near, settings, stages, origins)),
  };
}

type Origins = ReadonlyMap<RecordId, RecordId>;

/** The origin contact of every deal in sight. */
function originsOf(near: Neighborhood, settings: PortalSettings, stages: StageMap): Origins {
  const contactsOf = Map.groupBy(near.links, (link) => link.dealId);
  const origins = new Map<RecordId, RecordId>();
  for (const [dealId, deal] of near.deals) {
    const candidates = (contactsOf.get(dealId) ?? []).flatMap(({ contactId }) => {
      const contact = near.contacts.get(contactId);
      return contact && contact.deletedAt === undefined
        ? [{ contactId, moves: contactMoves(contact.facts, settings.definitions, true) }]
        : [];
    });
    const beganAt = dealMoves(deal.facts, stages)[0]?.at ?? deal.createdAt;
    const origin = chooseOriginContact(candidates, beganAt);
    if (origin !== undefined) origins.set(dealId, origin);
  }
  return origins;
}

function personState(
  contactId: RecordId,
  near: Neighborhood,
  settings: PortalSettings,
  stages: StageMap,
  origins: Origins,
): PersonState[] {
  const contact = near.contacts.get(contactId);
  if (!contact) return [];
  const deals = [...near.deals.values()]
    .filter((deal) => origins.get(deal.id) === contactId && deal.deletedAt === undefined)
    .map((deal) => ({ dealId: deal.id, facts: deal.facts }));
  const journeys = deriveJourneys({ contactId, facts: contact.facts, deals }, settings.definitions, stages);
  return [{ contactId, journeys, excluded: contact.deletedAt === undefined ? undefined : 'deleted' }];
}

function dealState(
  dealId: RecordId,
  near: Neighborhood,
  settings: PortalSettings,
  stages: StageMap,
  origins: Origins,
): DealState[] {
  const deal = near.deals.get(dealId);
  if (!deal) return [];
  const visits = visitsOfMoves(dealMoves(deal.facts, stages));
  const now = (property: string) => valueAt(deal.facts, property, Number.POSITIVE_INFINITY);
  const money = { amount: parseMoney(now('amount')), currency: now('deal_currency_code') || settings.currency };
  return [
    {
      ...dealRowAt({ dealId, createdAt: deal.createdAt, visits, ...money }, Number.POSITIVE_INFINITY),
      milestone: visits.at(-1)?.milestone,
      originContactId: origins.get(dealId),
      pipeline: now('pipeline') || 'default',
      stage: now('dealstage'),
      closeDate: now('closedate') || undefined,
      ownerId: now('hubspot_owner_id') || undefined,
      visits,
      revenue: revenueOf(deal, deal.facts, stages, settings.currency),
      excluded: exclusionOf(deal),
    },
  ];
}

const exclusionOf = (record: RecordHistory): string | undefined =>
  record.mergedInto !== undefined ? 'merged' : record.deletedAt !== undefined ? 'deleted' : undefined;
