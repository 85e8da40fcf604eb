import type { DefinitionSet } from '../domain/definitions/definition-set.ts';
import type { RecordType } from '../domain/journey/fact.ts';

/**
 * Properties that hold a moment wherever they hold one: close dates, booked meetings, what rules ask the age of, and what stands for a
 * touch at its date.
 */
export function dateProperties(type: RecordType, definitions: DefinitionSet): string[] {
  if (type === 'deal') return ['closedate'];
  const aged = agedFacts(definitions)
    .filter((fact) => fact.startsWith(`${type}.`))
    .map((fact) => fact.slice(type.length + 1));
  if (type === 'company') return aged;
  const { work, touchTypes } = definitions;
  const touches = touchTypes.flatMap(({ carrier }) => (carrier && !carrier.contains ? [carrier.property] : []));
  return [...(work ? [work.meetingBooked] : []), ...touches, ...aged];
}

/** Facts of which any rule of the document asks how long ago they were. */
function agedFacts(document: unknown): string[] {
  if (typeof document !== 'object' || document === null) return [];
  const { op, fact } = document as { op?: unknown; fact?: unknown };
  const own = op === 'within_days' && typeof fact === 'string' ? [fact] : [];
  return [...own, ...Object.values(document).flatMap(agedFacts)];
}
