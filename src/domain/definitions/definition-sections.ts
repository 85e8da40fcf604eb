import { z } from 'zod';
import { ACCOUNT_MILESTONES, MILESTONES } from '../journey/milestone.ts';
import { accountRules } from './account-rules.ts';
import { property } from './codes.ts';
import { PRESET_NAMES, type PresetName } from './preset.ts';
import { qualificationRules } from './qualification-rules.ts';
import { scoringRules } from './scoring-rules.ts';
import { stageRule } from './stage-rules.ts';
import { touchTypes } from './touch-types.ts';
import { workRules } from './work-rules.ts';

const milestone = z.enum(MILESTONES);
const anyMilestone = z.enum([...ACCOUNT_MILESTONES, ...MILESTONES]);

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
export const definitionSections = z.strictObject({
  version: z.int().min(1),
  preset: z.enum(PRESET_NAMES as [PresetName, ...PresetName[]]),
  labels: z.partialRecord(anyMilestone, z.string().min(1).max(60)).default({}),
  contactCarriers: z.array(contactCarrier).min(1),
  derivedWon: derivedWon.optional(),
  /** Deal stages by pipeline id, then stage id. Pipelines not named here are read by order, probability and whether a stage is closed. */
  dealStages: z.record(z.string(), z.record(z.string(), milestone)).default({}),
  /** The source taxonomy: which contact property holds the source, and what each of its values means. */
  sources: z.strictObject({ property, values: z.array(source) }),
  /** Who gets which work and by when. Without it a portal is only measured. */
  work: workRules.optional(),
  /** What each stage means and asks for. */
  stages: z.partialRecord(anyMilestone, stageRule).default({}),
  touchTypes: touchTypes.default([]),
  /** How people and accounts are scored. Without it there are no scores, and only raised hands qualify. */
  scoring: scoringRules.optional(),
  qualification: qualificationRules.optional(),
  accounts: accountRules.optional(),
});

export type DefinitionSet = z.output<typeof definitionSections>;
export type ContactCarrier = z.output<typeof contactCarrier>;
