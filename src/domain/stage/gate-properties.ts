import type { DefinitionSet } from '../definitions/definition-set.ts';
import { MILESTONES, type Milestone, trackOf } from '../journey/milestone.ts';
import { answerProperty, isInHubSpot } from './answers.ts';

/** Properties of HubSpot that hold answers to questions of discovery. */
export const answersInHubSpot = ({ qualification }: DefinitionSet): string[] =>
  (qualification?.answers ?? []).filter(({ id }) => isInHubSpot(id)).map(({ id }) => answerProperty(id));

/** The record that a stage is of: its required fields are this record's. */
export const recordTypeOf = (stage: Milestone): 'contact' | 'deal' => (trackOf(stage) === 'deal' ? 'deal' : 'contact');

/** Fields that any stage of such a record requires. */
export const requiredFields = ({ stages }: DefinitionSet, type: 'contact' | 'deal'): string[] =>
  MILESTONES.filter((stage) => recordTypeOf(stage) === type).flatMap((stage) =>
    (stages[stage]?.requiredFields ?? []).map(({ property }) => property),
  );
