/** How likely leads of one source take each step of the way, whatever the time it takes. */
export interface SourceRates {
  /** HubSpot's original traffic source; two of ours may share one. */
  source: string;
  /** Its first drill-down, another one for each of our sources. */
  detail: string;
  /** Of all leads. */
  share: number;
  /** Lead → qualified by marketing. */
  qualified: number;
  /** Accepted by an SDR → opportunity, in each attempt; the mean over all response times. */
  opportunity: number;
  /** Opportunity → won. */
  won: number;
}

/**
 * The rates that are planted in every generated portal, so that what is measured there can be compared with what is true. Partners and
 * review sites send people who buy; paid social brings many leads and few customers.
 */
export const PLANTED_RATES: readonly SourceRates[] = [
  { source: 'ORGANIC_SEARCH', detail: 'Unknown keywords', share: 0.2, qualified: 0.38, opportunity: 0.26, won: 0.34 },
  { source: 'PAID_SEARCH', detail: 'Brand campaign', share: 0.08, qualified: 0.44, opportunity: 0.28, won: 0.34 },
  { source: 'PAID_SEARCH', detail: 'Generic campaign', share: 0.1, qualified: 0.28, opportunity: 0.19, won: 0.24 },
  { source: 'DIRECT_TRAFFIC', detail: 'Start page', share: 0.11, qualified: 0.44, opportunity: 0.28, won: 0.38 },
  { source: 'PAID_SOCIAL', detail: 'Sponsored posts', share: 0.1, qualified: 0.2, opportunity: 0.14, won: 0.18 },
  { source: 'SOCIAL_MEDIA', detail: 'Company posts', share: 0.06, qualified: 0.27, opportunity: 0.19, won: 0.25 },
  { source: 'REFERRALS', detail: 'Review sites', share: 0.08, qualified: 0.58, opportunity: 0.35, won: 0.46 },
  { source: 'AI_REFERRALS', detail: 'Assistants', share: 0.04, qualified: 0.5, opportunity: 0.31, won: 0.4 },
  { source: 'EMAIL_MARKETING', detail: 'Newsletter', share: 0.09, qualified: 0.4, opportunity: 0.22, won: 0.3 },
  { source: 'OTHER_CAMPAIGNS', detail: 'Webinars', share: 0.05, qualified: 0.34, opportunity: 0.2, won: 0.26 },
  { source: 'OFFLINE', detail: 'Trade fairs', share: 0.05, qualified: 0.46, opportunity: 0.26, won: 0.34 },
  { source: 'OFFLINE', detail: 'Partners', share: 0.04, qualified: 0.6, opportunity: 0.36, won: 0.5 },
];

/** Qualified → taken up by an SDR, for every source. */
export const ACCEPTED_RATE = 0.84;

/** How likely a lost deal is lost while in each open stage: most early, a few with the contract on the table. */
export const LOST_IN_STAGE = [0.35, 0.27, 0.2, 0.11, 0.07] as const;

/** The stages people and their deals pass through, named as in the operating model: see the glossary. */
export const STAGES = ['LEAD', 'AQL', 'MAL', 'MQO', 'SQO', 'WON'] as const;
export type Stage = (typeof STAGES)[number];

/** When each stage was first reached, or passed unseen; UTC milliseconds. */
export type Reached = Partial<Record<Stage, number>>;

export interface PairRate {
  from: Stage;
  to: Stage;
  rate: number;
}

/** The planted rate of each pair of neighbouring stages; whoever skips a stage has passed it. */
export function pairRates({ qualified, opportunity, won }: SourceRates): PairRate[] {
  const beyondFirstMeeting = won + (1 - won) * (1 - LOST_IN_STAGE[0]);
  return [
    { from: 'LEAD', to: 'AQL', rate: qualified },
    { from: 'AQL', to: 'MAL', rate: ACCEPTED_RATE },
    { from: 'MAL', to: 'MQO', rate: opportunity },
    { from: 'MQO', to: 'SQO', rate: beyondFirstMeeting },
    { from: 'SQO', to: 'WON', rate: won / beyondFirstMeeting },
  ];
}
