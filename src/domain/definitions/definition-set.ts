import type { AccountMilestone, Milestone } from '../journey/milestone.ts';
import { checkReferences } from './check-references.ts';
import { type DefinitionSet, definitionSections } from './definition-sections.ts';
import { type Preset, PRESETS } from './preset.ts';
import { problemPlaces } from './problem-places.ts';

/** The sections, and that they fit together. */
export const definitionSetSchema = definitionSections.superRefine((definitions, context) => {
  for (const { path, message } of checkReferences(definitions))
    context.addIssue({ code: 'custom', path: [...path], message });
});

export type { ContactCarrier, DefinitionSet } from './definition-sections.ts';

/** Problems of a document that is no definition set: where, and how to mend it. */
export class InvalidDefinitionsError extends Error {
  override readonly name = 'InvalidDefinitionsError';
  readonly exitCode = 2;
}

/** @throws InvalidDefinitionsError naming each place */
export function parseDefinitionSet(document: unknown, origin: string): DefinitionSet {
  const result = definitionSetSchema.safeParse(document);
  if (result.success) return result.data;
  const places = problemPlaces(result.error.issues).map(
    ({ path, message }) => `${path.join('.') || 'document'}: ${message}`,
  );
  throw new InvalidDefinitionsError(`${origin} is no valid definition set. ${places.join('; ')}.`);
}

export const labelOf = (definitions: DefinitionSet, id: AccountMilestone | Milestone): string =>
  definitions.labels[id] ?? (PRESETS[definitions.preset].labels as Preset['labels'])[id] ?? id;

/**
 * The preset's path, person milestones before deal milestones. Steps that no deal stage of the portal carries are left out: they
 * could only ever be inferred.
 */
export function pathOf(definitions: DefinitionSet, carriedByDeals: ReadonlySet<Milestone>): readonly Milestone[] {
  return PRESETS[definitions.preset].path.filter((id) => !id.startsWith('STEP') || carriedByDeals.has(id));
}

/** Contact properties whose changes are history: stages, meetings, and what stands for a touch. All are codes, counts and dates. */
export function contactPropertiesOf({ contactCarriers, derivedWon, work, touchTypes: types }: DefinitionSet): string[] {
  const carriers = contactCarriers.map((carrier) => carrier.property);
  const touches = types.flatMap(({ carrier }) => (carrier && !carrier.contains ? [carrier.property] : []));
  return [
    ...new Set([
      ...carriers,
      ...(derivedWon ? [derivedWon.property] : []),
      ...(work ? [work.meetingBooked] : []),
      ...touches,
    ]),
  ];
}
