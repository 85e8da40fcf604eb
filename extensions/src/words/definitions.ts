import type { Definition } from '../parts/Definitions.tsx';

const CLOCK: Definition = [
  'Clock',
  'The time in which this has to happen. It is met when it happens before it is due, and stays missed afterwards.',
];

export const LEAD_DEFINITIONS: readonly Definition[] = [
  ['Priority', 'P1 to P4, P1 first. The reason beside it is what decided it.'],
  CLOCK,
  ['Accept', 'You take this lead. It counts as accepted from your click on, once HubSpot has confirmed it.'],
  ['Recycle', 'The lead leaves the path for now, with a reason. When it comes back, that is a new attempt.'],
  ['Path', 'The stages of this attempt with the day each was first entered.'],
  ['Skipped', 'The journey passed this stage without being seen in it. It is never counted as having been there.'],
  ['Usual median', 'Half of the journeys of the same channel took less time in this stage. Empty below 20 journeys.'],
  ['Attempt', 'Which try of this person it is. A new one begins after the last has ended, or with a further deal.'],
];

export const HANDOFF_DEFINITIONS: readonly Definition[] = [
  [
    'Handoff',
    'A meeting-set opportunity (MQO), offered to the account executive. It is no pipeline until somebody accepts it.',
  ],
  CLOCK,
  ['Checklist', 'What should be known before the decision. What is missing is said beside it.'],
  [
    'Accept as SQO',
    'You take it with an amount and a close date: a sales qualified opportunity, and pipeline from then on.',
  ],
  ['Reject', 'You turn it down with a reason, and whoever set the meeting learns it.'],
];
