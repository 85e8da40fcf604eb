import { z } from 'zod';
import { MILESTONES, type Milestone } from '../journey/milestone.ts';
import { PRESET_NAMES, PRESETS, type PresetName } from './preset.ts';
import { workRules } from './work-rules.ts';

const milestone = z.enum(MILESTONES);
const property = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,99}$/, 'a property is named by its internal name: lower-case letters, digits, _');

/** A contact property whose values say which milestone the person has reached. */
const contactCarrier = z.strictObject({
  property,
  milestones: z.record(z.string().min(1), milestone),
  /** Only the first such value of an attempt counts, as with lead statuses that all mean "being worked". */
  once: z.boolean().default(false),
});

/** A contact property value that stands for revenue when the person has no won deal. */
const derivedWon = z.strictObject({ property, value: z.string().min(1) });

const source = z.strictObject({
  value: z.string().min(1),
  channel: z.string().regex(/^[a-z0-9_]+$/),
  direction: z.enum(['inbound', 'outbound', 'unknown']),
});

/**
 * Everything marketing ops can change, as one versioned document (design D4). This schema is its only description: import, export,
 * the store and the pages all use it. Unknown keys are refused, so a typing error never passes for a setting.
 */
export const definitionSetSchema = z.strictObject({
  version: z.int().min(1),
  preset: z.enum(PRESET_NAMES as [PresetName, ...PresetName[]]),
  labels: z.partialRecord(milestone, z.string().min(1).max(60)).default({}),
  contactCarriers: z.array(contactCarrier).min(1),
  derivedWon: derivedWon.optional(),
  /** Deal stages by pipeline id, then stage id. Pipelines not named here are read by order, probability and whether a stage is closed. */
  dealStages: z.record(z.string(), z.record(z.string(), milestone)).default({}),
  /** The source taxonomy: which contact property holds the source, and what each of its values means. */
  sources: z.strictObject({ property, values: z.array(source) }),
  /** Who gets which work and by when. Without it a portal is only measured. */
  work: workRules.optional(),
});

export type DefinitionSet = z.output<typeof definitionSetSchema>;
export type ContactCarrier = z.output<typeof contactCarrier>;

/** Problems of a document that is no definition set: where, and how to mend it. */
export class InvalidDefinitionsError extends Error {
  override readonly name = 'InvalidDefinitionsError';
  readonly exitCode = 2;
}

/** @throws InvalidDefinitionsError naming each place */
export function parseDefinitionSet(document: unknown, origin: string): DefinitionSet {
  const result = definitionSetSchema.safeParse(document);
  if (result.success) return result.data;
  const places = result.error.issues.map((issue) => `${issue.path.join('.') || 'document'}: ${issue.message}`);
  throw new InvalidDefinitionsError(`${origin} is no valid definition set. ${places.join('; ')}.`);
}

export const labelOf = (definitions: DefinitionSet, id: Milestone): string =>
  definitions.labels[id] ?? (PRESETS[definitions.preset].labels as Partial<Record<Milestone, string>>)[id] ?? id;

/**
 * The preset's path, person milestones before deal milestones. Steps that no deal stage of the portal carries are left out: they
 * could only ever be inferred.
 */
export function pathOf(definitions: DefinitionSet, carriedByDeals: ReadonlySet<Milestone>): readonly Milestone[] {
  return PRESETS[definitions.preset].path.filter((id) => !id.startsWith('STEP') || carriedByDeals.has(id));
}

/** Contact properties the journey engine must hear about. */
export function contactPropertiesOf({ contactCarriers, derivedWon, work }: DefinitionSet): string[] {
  const carriers = contactCarriers.map((carrier) => carrier.property);
  return [
    ...new Set([...carriers, ...(derivedWon ? [derivedWon.property] : []), ...(work ? [work.meetingBooked] : [])]),
  ];
}
