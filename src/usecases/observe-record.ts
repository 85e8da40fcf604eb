import { askedProperties } from '../domain/definitions/asked-properties.ts';
import { contactPropertiesOf } from '../domain/definitions/definition-set.ts';
import type { RecordType } from '../domain/journey/fact.ts';
import { answersInHubSpot, requiredFields } from '../domain/stage/gate-properties.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { CrmRecord, DimensionHistory, Observation, PortalSettings } from './ports.ts';

/** Deal properties the history follows: its way through the pipelines, and what it is worth. */
const DEAL_PROPERTIES = [
  'dealstage',
  'pipeline',
  'amount',
  'closedate',
  'deal_currency_code',
  'hubspot_owner_id',
] as const;

/** Properties whose changes are the history itself. All are coded values: nothing personal, no free text. */
function historyProperties(type: RecordType, { definitions }: PortalSettings): string[] {
  if (type === 'deal') return [...DEAL_PROPERTIES];
  if (type === 'company') return [];
  return [...new Set([...contactPropertiesOf(definitions), definitions.sources.property, 'hubspot_owner_id'])];
}

/**
 * Properties that only rules and stages ask about, and answers of discovery. Their values may be personal and are kept beside the
 * history.
 */
export function attributeProperties(type: RecordType, settings: PortalSettings): string[] {
  const { definitions } = settings;
  const answers = type === 'contact' ? answersInHubSpot(definitions) : [];
  return [...new Set([...clearableProperties(type, settings), ...answers])];
}

/** Those that HubSpot may work out, and so may lose their value without a word in its history. */
function clearableProperties(type: RecordType, settings: PortalSettings): string[] {
  const { definitions } = settings;
  const history = new Set(historyProperties(type, settings));
  const asked = type === 'deal' ? [] : askedProperties(definitions, type);
  const required = type === 'company' ? [] : requiredFields(definitions, type);
  return [...asked, ...required].filter((name) => !history.has(name));
}

/** All properties whose changes are followed, by record type. */
export const followedProperties = (type: RecordType, settings: PortalSettings): string[] => [
  ...historyProperties(type, settings),
  ...attributeProperties(type, settings),
];

/** Properties to ask for with history: the followed ones and those the funnel is broken down by. */
export function readProperties(type: RecordType, settings: PortalSettings): string[] {
  return [...new Set([...followedProperties(type, settings), ...(type === 'contact' ? settings.dimensions : [])])];
}

/**
 * What a read of records says: that each exists, every followed change HubSpot still remembers, and that it is in the recycle bin.
 * A value without any history counts from the record's creation, undated.
 */
export function observationsOf(
  records: readonly CrmRecord[],
  settings: PortalSettings,
  knownAt: Instant,
): Observation[] {
  // What is followed takes a walk through all rules: asked once for a type, not for every record.
  return [...Map.groupBy(records, ({ type }) => type)].flatMap(([type, own]) => {
    const followed = new Set(followedProperties(type, settings));
    const clearable = new Set(clearableProperties(type, settings));
    return own.flatMap((record) => observationsOfOne(record, settings, { followed, clearable, knownAt }));
  });
}

interface Reading {
  readonly followed: ReadonlySet<string>;
  /** Properties of which it is said that they have no value, as those that HubSpot calculates may lose theirs. */
  readonly clearable: ReadonlySet<string>;
  readonly knownAt: Instant;
}

function observationsOfOne(record: CrmRecord, settings: PortalSettings, reading: Reading): Observation[] {
  const { followed, knownAt } = reading;
  const key = { type: record.type, id: record.id };
  const dated = record.history
    .filter((entry) => followed.has(entry.property))
    .map(({ property, value, at, sourceType, sourceId }): Observation => {
      const fact = { record: key, property, value, occurredAt: at, knownAt, dated: true };
      return { kind: 'changed', fact, sourceType, sourceId };
    });
  const seen: Observation = {
    kind: 'seen',
    record: key,
    createdAt: record.createdAt,
    dimensions: dimensionsOf(record, settings),
  };
  const deleted: Observation[] =
    record.deletedAt === undefined ? [] : [{ kind: 'deleted', record: key, at: record.deletedAt, knownAt }];
  return [seen, ...dated, ...undated(record, reading), ...deleted];
}

function undated(record: CrmRecord, { followed, clearable, knownAt }: Reading): Observation[] {
  const known = new Set(record.history.map((entry) => entry.property));
  return Object.entries(record.properties)
    .filter(([property, value]) => followed.has(property) && (value !== '' || clearable.has(property)))
    .filter(([property]) => !known.has(property))
    .map(([property, value]) => {
      const fact = {
        record: { type: record.type, id: record.id },
        property,
        value,
        occurredAt: record.createdAt,
        knownAt,
        dated: false,
      };
      return { kind: 'changed', fact, sourceType: '', sourceId: '' };
    });
}

function dimensionsOf(record: CrmRecord, { dimensions }: PortalSettings): DimensionHistory {
  if (record.type !== 'contact') return {};
  return Object.fromEntries(
    dimensions.map((name) => {
      const history = record.history.filter((entry) => entry.property === name).sort((a, b) => a.at - b.at);
      const current = record.properties[name] ?? '';
      const values = history.map(({ at, value }) => [at, value] as const);
      return [name, values.length > 0 ? values : [[record.createdAt, current] as const]];
    }),
  );
}
