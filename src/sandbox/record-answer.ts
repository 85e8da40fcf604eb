import { computedNames, currentValue } from './computed-values.ts';
import { isoInstant } from './iso-instant.ts';
import { defaultProperties } from './default-properties.ts';
import { contactType, pluralName, singularName } from './object-types.ts';
import type { Portal } from './portal.ts';
import type { CrmRecord, PropertyVersion } from './record-table.ts';

/** What a request wants to see of each record. No `properties` means HubSpot's small default set. */
export interface Wanted {
  readonly properties: readonly string[];
  readonly history: readonly string[];
  /** Object type ids */
  readonly associations: readonly string[];
}

/**
 * A record as the API returns it. Values are text or null; properties that do not exist are left out.
 *
 * @source HubSpot docs: CRM objects API, record shape
 */
export function recordAnswer(portal: Portal, record: CrmRecord, wanted: Wanted): Record<string, unknown> {
  const named = wanted.properties.length > 0 ? wanted.properties : defaultProperties(record.typeId);
  const known = (names: readonly string[]): string[] =>
    [...new Set(names)].filter((name) => portal.properties.find(record.typeId, name) !== undefined);
  return {
    id: record.id,
    properties: valuesOf(portal, record, known([...named, ...wanted.history])),
    ...(wanted.history.length === 0 ? {} : { propertiesWithHistory: historyOf(portal, record, known(wanted.history)) }),
    ...associationsOf(portal, record, wanted.associations),
    ...stampsOf(record),
  };
}

/** A record as a write returns it: everything that has a value, not the default set. */
export function writtenAnswer(portal: Portal, record: CrmRecord): Record<string, unknown> {
  const names = [...record.values.keys(), ...computedNames(record.typeId)];
  const values = valuesOf(portal, record, names);
  const properties = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  return { id: record.id, properties, ...stampsOf(record) };
}

function valuesOf(portal: Portal, record: CrmRecord, names: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(names.map((name) => [name, currentValue(portal, record, name)]));
}

const stampsOf = (record: CrmRecord): Record<string, unknown> => ({
  createdAt: isoInstant(record.createdAt),
  updatedAt: isoInstant(record.updatedAt),
  archived: record.archivedAt !== undefined,
  ...(record.archivedAt === undefined ? {} : { archivedAt: isoInstant(record.archivedAt) }),
});

function historyOf(portal: Portal, record: CrmRecord, names: readonly string[]): Record<string, unknown> {
  const limited = portal.setup.switches.historyVersions === 'limited';
  const most = record.typeId === contactType ? 45 : 20;
  return Object.fromEntries(
    names.map((name) => {
      const versions = record.versions.get(name) ?? [];
      return [name, (limited ? versions.slice(0, most) : versions).map(versionAnswer)];
    }),
  );
}

function versionAnswer({ value, at, sourceType, sourceId }: PropertyVersion): Record<string, unknown> {
  const user = /^userId:(\d+)$/.exec(sourceId)?.[1];
  return {
    value,
    timestamp: isoInstant(at),
    sourceType,
    ...(sourceId === '' ? {} : { sourceId }),
    ...(user === undefined ? {} : { updatedByUserId: Number(user) }),
  };
}

function associationsOf(portal: Portal, record: CrmRecord, typeIds: readonly string[]): Record<string, unknown> {
  const lists = typeIds
    .map((typeId) => [pluralName(typeId), linksOf(portal, record, typeId)] as const)
    .filter(([, results]) => results.length > 0);
  if (lists.length === 0) return {};
  return { associations: Object.fromEntries(lists.map(([name, results]) => [name, { results }])) };
}

function linksOf(portal: Portal, record: CrmRecord, toType: string): { id: string; type: string }[] {
  const plain = `${singularName(record.typeId)}_to_${singularName(toType)}`;
  const kinds = portal.associationTypes.between(record.typeId, toType);
  const unlabelled = kinds.some((kind) => kind.label === 'Primary') ? `${plain}_unlabeled` : plain;
  return portal.linked(record, toType).flatMap((id) => {
    const present = portal.associations.kinds(record, { typeId: toType, id });
    const shown = kinds.filter((kind) => present.has(kind.id) && (kind.label === null || kind.label === 'Primary'));
    return shown.map((kind) => ({ id, type: kind.label === null ? unlabelled : plain }));
  });
}
