import type { RecordRef } from './association-table.ts';
import type { AssociationType } from './association-types.ts';
import { fillFollowing, standingOf } from './following-values.ts';
import { lifecycleTakesEffect } from './lifecycle.ts';
import { linkRecords } from './link-records.ts';
import type { Portal } from './portal.ts';
import { checkValues } from './property-validation.ts';
import type { WrittenValues } from './property-validation.ts';
import { checkRequired, claimUnique, valuesImplied, valuesWhenMade } from './record-rules.ts';
import type { CrmRecord, Origin } from './record-table.ts';

/** A checked write that has not happened yet. `uniqueKeys` lets a batch find two rows that claim the same value. */
export interface Plan {
  readonly uniqueKeys: readonly string[];
  apply(): CrmRecord;
}

export interface PlannedLink {
  readonly to: RecordRef;
  readonly kind: AssociationType;
}

/** `byApp` is false for people and for HubSpot itself, who also fill properties that apps may only read. */
export interface Writer {
  readonly origin: Origin;
  readonly byApp: boolean;
}

/**
 * Checks the making of a record: its values, what its type requires, and that unique values are free.
 *
 * @throws ApiError 400 for bad or missing values, 409 for a contact whose e-mail address another contact has
 */
export function planCreate(
  portal: Portal,
  typeId: string,
  given: WrittenValues,
  links: readonly PlannedLink[],
  { origin, byApp }: Writer,
): Plan {
  const values = checkValues(portal, typeId, given, { record: undefined, byApp });
  checkRequired(portal, typeId, values);
  const uniqueKeys = claimUnique(portal, typeId, values, undefined);
  return {
    uniqueKeys,
    apply: () => {
      const source = { hs_object_source: origin.sourceType, hs_object_source_label: origin.sourceType };
      const record = portal.insert(typeId, { createdAt: origin.at }, origin);
      for (const [name, value] of Object.entries({ ...source, hs_object_source_id: origin.sourceId })) {
        portal.setValue(record, name, value);
      }
      const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
      writeValues(
        portal,
        record,
        { ...valuesWhenMade(typeId), ...filled, ...valuesImplied(typeId, values, undefined) },
        origin,
      );
      for (const { to, kind } of links) linkRecords(portal, record, to, kind, origin);
      return record;
    },
  };
}

/** Checks a change of a record. @throws ApiError 400 for bad values, 409 for a taken e-mail address */
export function planUpdate(portal: Portal, record: CrmRecord, given: WrittenValues, { origin, byApp }: Writer): Plan {
  const values = checkValues(portal, record.typeId, given, { record, byApp });
  const stage = values['lifecyclestage'];
  if (stage !== undefined && !lifecycleTakesEffect(portal, record, stage, origin)) delete values['lifecyclestage'];
  const uniqueKeys = claimUnique(portal, record.typeId, values, record);
  return {
    uniqueKeys,
    apply: () => {
      writeValues(portal, record, { ...values, ...valuesImplied(record.typeId, values, record) }, origin);
      return record;
    },
  };
}

function writeValues(
  portal: Portal,
  record: CrmRecord,
  values: Readonly<Record<string, string>>,
  origin: Origin,
): void {
  const before = standingOf(portal, record);
  for (const [name, value] of Object.entries(values)) {
    if ((record.values.get(name) ?? '') !== value) portal.addVersion(record, name, value, origin);
  }
  fillFollowing(portal, record, { before, values, origin });
}
