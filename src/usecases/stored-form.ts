import { dateProperties } from './date-properties.ts';
import { RECORD_TYPES, type RecordType } from '../domain/journey/fact.ts';
import { parseInstant, toIso } from '../domain/values/instant.ts';
import { attributeProperties } from './observe-record.ts';
import type { Observation, PortalSettings } from './ports.ts';

/** Nobody's rule looks further into a text; the rest of it only costs room. */
export const MAX_ATTRIBUTE_CHARACTERS = 1_000;

/**
 * The one form in which observations of a portal are kept, however they were told. HubSpot's answers say ISO dates, its webhooks may say
 * milliseconds, and both are one fact; a value that only rules ask about is told apart from the history.
 */
export function storedForm(settings: PortalSettings): (observation: Observation) => Observation {
  const attributes = byType((type) => attributeProperties(type, settings));
  const dates = byType((type) => dateProperties(type, settings.definitions));
  return (observation) => {
    if (observation.kind !== 'changed') return observation;
    const { fact } = observation;
    const { type } = fact.record;
    const isAttribute = attributes[type].has(fact.property);
    const told = isAttribute ? fact.value.slice(0, MAX_ATTRIBUTE_CHARACTERS) : fact.value;
    const value = dates[type].has(fact.property) ? plainDate(told) : told;
    return { ...observation, fact: { ...fact, value }, ...(isAttribute ? { isAttribute } : {}) };
  };
}

const byType = (names: (type: RecordType) => readonly string[]): Readonly<Record<RecordType, ReadonlySet<string>>> =>
  Object.fromEntries(RECORD_TYPES.map((type) => [type, new Set(names(type))])) as Record<RecordType, Set<string>>;

function plainDate(value: string): string {
  const at = parseInstant(value);
  return at === undefined ? value : toIso(at);
}
