/** The account track (S5-05…07), which comes before any person: decided by us, never part of a journey. */
export const ACCOUNT_MILESTONES = ['UNIVERSE', 'TARGET', 'AWARE', 'IN_MARKET'] as const;
/** The fixed milestones of the lead-to-revenue model, in the order of the spine. Labels and the path come from a preset. */
export const PERSON_MILESTONES = ['KNOWN', 'LEAD', 'AQL', 'MAL', 'SQL'] as const;
export const DEAL_MILESTONES = [
  'MQO',
  'SQO',
  'STEP1',
  'STEP2',
  'STEP3',
  'STEP4',
  'WON',
  'LOST',
  'ONBOARDED',
  'EXPANSION',
] as const;
export const SIDE_EXITS = ['REJECTED', 'RECYCLED', 'DISQUALIFIED', 'UNRESPONSIVE'] as const;
/** The milestones of journeys. */
export const MILESTONES = [...PERSON_MILESTONES, ...DEAL_MILESTONES, ...SIDE_EXITS] as const;

export type AccountMilestone = (typeof ACCOUNT_MILESTONES)[number];
export type PersonMilestone = (typeof PERSON_MILESTONES)[number];
export type DealMilestone = (typeof DEAL_MILESTONES)[number];
export type SideExit = (typeof SIDE_EXITS)[number];
export type Milestone = (typeof MILESTONES)[number];

/** How a journey can end without revenue, in the order in which reports list them. */
export const EXITS = [...SIDE_EXITS, 'LOST'] as const;
export type Exit = (typeof EXITS)[number];

export type Track = 'person' | 'deal' | 'exit';

const TRACK: ReadonlyMap<Milestone, Track> = new Map([
  ...PERSON_MILESTONES.map((id) => [id, 'person'] as const),
  ...DEAL_MILESTONES.map((id) => [id, 'deal'] as const),
  ...SIDE_EXITS.map((id) => [id, 'exit'] as const),
]);
const RANK: ReadonlyMap<Milestone, number> = new Map(MILESTONES.map((id, rank) => [id, rank]));

export const trackOf = (milestone: Milestone): Track => TRACK.get(milestone) ?? 'exit';

/** Place on the spine; breaks ties between entries of one instant, so that a journey moves forward. */
export const rankOf = (milestone: Milestone): number => RANK.get(milestone) ?? 0;

export const isExit = (milestone: Milestone): milestone is Exit => (EXITS as readonly Milestone[]).includes(milestone);
