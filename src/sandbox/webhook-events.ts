import type { Subscription } from '../wire/hubspot/subscriptions.ts';
import type { RecordRef } from './association-table.ts';
import type { Change } from './changes.ts';
import { integerId } from './ids.ts';
import { companyType, contactType, dealType, singularName } from './object-types.ts';

/** One event as it goes out, but for the number of the attempt. */
export type OutgoingEvent = Readonly<Record<string, unknown>>;

export interface EventSource {
  readonly portalId: string;
  readonly appId: number;
  readonly subscriptions: readonly Subscription[];
  readonly nextEventId: () => number;
  /** A property's value as webhooks carry it. */
  readonly valueOf: (typeId: string, property: string, value: string) => string;
}

interface Fields {
  readonly type: string;
  readonly property?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * The events that a change causes: one for each matching subscription, an association seen from both sides.
 *
 * @source HubSpot docs: Webhooks API (v3), payloads. `subscriptionType` is what deliveries carry, older pages say eventType
 */
export function eventsOf(change: Change, source: EventSource): OutgoingEvent[] {
  return fieldsOf(change, source).flatMap(({ type, property, fields }) => {
    const index = source.subscriptions.findIndex(
      (one) => one.subscriptionType === type && one.propertyName === property,
    );
    if (index === -1) return [];
    return [
      {
        eventId: source.nextEventId(),
        subscriptionId: 1001 + index,
        portalId: Number(source.portalId),
        appId: source.appId,
        occurredAt: change.origin.at,
        subscriptionType: type,
        ...fields,
        changeSource: change.origin.sourceType,
        sourceId: change.origin.sourceId,
      },
    ];
  });
}

/** The types between which links are told; links of activities and custom objects have no classic event. */
const toldOf = new Set([contactType, companyType, dealType]);

function fieldsOf(change: Change, source: EventSource): Fields[] {
  switch (change.kind) {
    case 'creation':
      return [{ ...ofRecord(change), fields: { objectId: integerId(change.record.id), changeFlag: 'CREATED' } }];
    case 'deletion':
      return [{ ...ofRecord(change), fields: { objectId: integerId(change.record.id), changeFlag: 'DELETED' } }];
    case 'restore':
      return [{ ...ofRecord(change), fields: { objectId: integerId(change.record.id) } }];
    case 'propertyChange': {
      const { property, record } = change;
      const value = source.valueOf(record.typeId, property, change.value);
      const fields = { objectId: integerId(record.id), propertyName: property, propertyValue: value };
      return [{ ...ofRecord(change), property, fields }];
    }
    case 'merge':
      return [{ ...ofRecord(change), fields: mergeFields(change) }];
    case 'associationChange':
      if (![change.from, change.to].every(({ typeId }) => toldOf.has(typeId))) return [];
      return [sideOf(change.from, change.to, change), sideOf(change.to, change.from, change)];
  }
}

const ofRecord = (change: Exclude<Change, { kind: 'associationChange' }>): { type: string } => ({
  type: `${singularName(change.record.typeId)}.${change.kind}`,
});

const mergeFields = (change: Extract<Change, { kind: 'merge' }>): Fields['fields'] => ({
  objectId: integerId(change.record.id),
  primaryObjectId: integerId(change.primaryId),
  mergedObjectIds: change.mergedIds.map(integerId),
  newObjectId: integerId(change.record.id),
  numberOfPropertiesMoved: change.propertiesMoved,
});

function sideOf(from: RecordRef, to: RecordRef, change: { removed: boolean; primary: boolean }): Fields {
  const [fromName, toName] = [singularName(from.typeId), singularName(to.typeId)];
  return {
    type: `${fromName}.associationChange`,
    fields: {
      associationType: `${fromName}_TO_${toName}`.toUpperCase(),
      fromObjectId: integerId(from.id),
      toObjectId: integerId(to.id),
      associationRemoved: change.removed,
      isPrimaryAssociation: change.primary,
    },
  };
}
