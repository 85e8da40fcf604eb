import { ACCOUNT_MILESTONES, type AccountMilestone, type Milestone } from '../journey/milestone.ts';

/** A vocabulary over the fixed milestones: which are on the path, in what order, and what people call them. */
export interface Preset {
  /** Of accounts, before the first person. */
  readonly accountPath: readonly AccountMilestone[];
  readonly path: readonly Milestone[];
  readonly labels: Readonly<Partial<Record<AccountMilestone | Milestone, string>>>;
}

const COMMON_LABELS = {
  UNIVERSE: 'Universe',
  TARGET: 'Target account',
  AWARE: 'Aware',
  IN_MARKET: 'In market',
  KNOWN: 'Known',
  STEP1: 'Step 1',
  STEP2: 'Step 2',
  STEP3: 'Step 3',
  STEP4: 'Step 4',
  WON: 'Closed won',
  LOST: 'Closed lost',
  ONBOARDED: 'Onboarded',
  EXPANSION: 'Expansion',
  REJECTED: 'Rejected',
  RECYCLED: 'Recycled',
  DISQUALIFIED: 'Disqualified',
  UNRESPONSIVE: 'Unresponsive',
} as const;

/** The shipped presets. A portal may override labels; ids and timestamps never change with a preset. */
export const PRESETS = {
  /** Automated qualified lead → accepted → meeting-set opportunity → sales qualified opportunity → won. */
  OPERATING_MODEL: {
    accountPath: [],
    path: ['LEAD', 'AQL', 'MAL', 'MQO', 'SQO', 'WON'],
    labels: {
      ...COMMON_LABELS,
      LEAD: 'Lead',
      AQL: 'Automated qualified lead',
      MAL: 'Marketing accepted lead',
      SQL: 'Qualified by discovery',
      MQO: 'Marketing qualified opportunity',
      SQO: 'Sales qualified opportunity',
    },
  },
  /** Lead created → MQL → SAL → SQL → opportunity → closed won. */
  L2R: {
    accountPath: [],
    path: ['LEAD', 'AQL', 'MAL', 'SQL', 'SQO', 'WON'],
    labels: {
      ...COMMON_LABELS,
      LEAD: 'Lead created',
      AQL: 'MQL',
      MAL: 'SAL',
      SQL: 'SQL',
      MQO: 'Meeting set',
      SQO: 'Opportunity',
    },
  },
  /** Accounts: demand → target → aware → in market. Their people: engaged → accepted → qualified. Deals: opportunity, its sub-stages, won. */
  REVENUE_WATERFALL: {
    accountPath: ACCOUNT_MILESTONES,
    path: ['AQL', 'MAL', 'SQL', 'SQO', 'STEP1', 'STEP2', 'STEP3', 'STEP4', 'WON'],
    labels: {
      ...COMMON_LABELS,
      UNIVERSE: 'Demand',
      TARGET: 'Target',
      LEAD: 'Responded',
      AQL: 'Engaged (MQL)',
      MAL: 'Accepted (SAL)',
      SQL: 'Qualified (SQL)',
      MQO: 'Meeting set',
      SQO: 'Opportunity',
    },
  },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[];
