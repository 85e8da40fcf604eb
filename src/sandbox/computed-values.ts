import type { Stage } from './default-pipelines.ts';
import { isoInstant } from './iso-instant.ts';
import { companyType, contactType, dealType } from './object-types.ts';
import type { Portal } from './portal.ts';
import type { CrmRecord } from './record-table.ts';

type Compute = (record: CrmRecord, portal: Portal) => string | undefined;

const created: Compute = (record) => isoInstant(record.createdAt);
const modified: Compute = (record) => isoInstant(record.updatedAt);
const linked =
  (typeId: string): Compute =>
  (record, portal) =>
    String(portal.linked(record, typeId).length);
/** Empty while there are none, unlike the count of contacts. */
const linkedDeals: Compute = (record, portal) => String(portal.linked(record, dealType).length || '') || undefined;
const ofStage =
  (read: (stage: Stage) => string): Compute =>
  (record, portal) => {
    const stage = stageOf(record, portal);
    return stage === undefined ? undefined : read(stage);
  };

const always: Readonly<Record<string, Compute>> = {
  hs_object_id: (record) => record.id,
  hs_merged_object_ids: (record, portal) => portal.table(record.typeId).mergedIds(record.id).join(';') || undefined,
};

const byType: Readonly<Record<string, Readonly<Record<string, Compute>>>> = {
  [contactType]: {
    createdate: created,
    lastmodifieddate: modified,
    hs_email_domain: (record) => record.values.get('email')?.split('@')[1],
    associatedcompanyid: primaryCompany,
    num_associated_deals: linkedDeals,
  },
  [companyType]: {
    createdate: created,
    hs_lastmodifieddate: modified,
    num_associated_contacts: linked(contactType),
    num_associated_deals: linkedDeals,
  },
  [dealType]: {
    createdate: created,
    hs_lastmodifieddate: modified,
    num_associated_contacts: linked(contactType),
    hs_is_closed: ofStage((stage) => String(stage.isClosed)),
    hs_is_closed_won: (record, portal) => String(isWon(stageOf(record, portal))),
    hs_is_closed_lost: (record, portal) => String(isLost(stageOf(record, portal))),
    hs_deal_stage_probability: ofStage((stage) => exactDecimal(Number(stage.probability))),
    amount_in_home_currency: amountAtHome,
  },
};
const ofCustomObjects: Readonly<Record<string, Compute>> = { hs_createdate: created, hs_lastmodifieddate: modified };

/**
 * What a property of a record says now; null when it is empty. Won and lost follow the probability of the deal's stage,
 * never its name.
 */
export function currentValue(portal: Portal, record: CrmRecord, property: string): string | null {
  const compute = always[property] ?? (byType[record.typeId] ?? ofCustomObjects)[property];
  return compute?.(record, portal) ?? record.values.get(property) ?? null;
}

/** Names of the properties of a type that are worked out when a record is read. */
export const computedNames = (typeId: string): string[] => [
  ...Object.keys(always),
  ...Object.keys(byType[typeId] ?? ofCustomObjects),
];

export function stageOf(record: CrmRecord, portal: Portal): Stage | undefined {
  const pipeline = record.values.get('pipeline') ?? 'default';
  return portal.pipelines.stage(record.typeId, pipeline, record.values.get('dealstage') ?? '');
}

const isWon = (stage: Stage | undefined): boolean => stage?.isClosed === true && Number(stage.probability) === 1;
const isLost = (stage: Stage | undefined): boolean => stage?.isClosed === true && !isWon(stage);

/** A calculated number with every digit of its binary value, as HubSpot prints it: 0.4 has 55 decimals. */
const exactDecimal = (value: number): string => value.toFixed(60).replace(/\.?0+$/, '');

function primaryCompany(record: CrmRecord, portal: Portal): string | undefined {
  const kind = portal.associationTypes.primary(record.typeId, companyType)?.id ?? 0;
  const companies = portal.linked(record, companyType);
  return companies.find((id) => portal.associations.kinds(record, { typeId: companyType, id }).has(kind));
}

function amountAtHome(record: CrmRecord, portal: Portal): string | undefined {
  const currency = record.values.get('deal_currency_code') ?? portal.setup.currency;
  return currency === portal.setup.currency ? record.values.get('amount') : undefined;
}
