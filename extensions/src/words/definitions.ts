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
  [
    'Disqualify',
    'No buyer, for good. Nothing brings the person back but an admin, marketing ops or a manager who reinstates them.',
  ],
  [
    'Before …',
    'What the next stage asks for. Required: nobody goes on without it. Missing: whoever goes on without it says so, under their name.',
  ],
  ['Discovery', 'What was found out before an opportunity is accepted, by whom and when. The latest answer counts.'],
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
  [
    'Checklist',
    'What should be known before the decision. Required: nobody accepts without it. Missing: whoever accepts without it says so, under their name.',
  ],
  ['Discovery', 'Answers of the contact the opportunity came from. The latest one counts.'],
  [
    'Accept as SQO',
    'You take it with an amount and a close date: a sales qualified opportunity, and pipeline from then on.',
  ],
  ['Reject', 'You turn it down with a reason, and whoever set the meeting learns it.'],
];

export const ACCOUNT_DEFINITIONS: readonly Definition[] = [
  [
    'Stages',
    'In the addressable market; a target, when it fits and has a tier; aware, when its people engage; in the market, when it shows intent.',
  ],
  [
    'Account score',
    'How much the account may be worth, 0 to 100: how well it fits, and what is heard of it. The parts sum to it.',
  ],
  ['ICP', 'The ideal customer profile. An excluded account is no target, whatever its score.'],
  ['Signs of interest', 'What others have seen this account look for. They fade with time.'],
  CLOCK,
  ['Accept', 'You take the account and look for a person; the clock stops.'],
  [
    'Start with this person',
    'You begin to work this person: the journey starts, without ever having been qualified automatically.',
  ],
  ['Grade', 'Fit (A best to D) and behavior (1 most active to 4).'],
];
