/** How likely leads of one original source take each step of the way, whatever the time it takes. */
export interface SourceRates {
  source: string;
  /** Of all leads. */
  share: number;
  /** Lead → qualified by marketing. */
  qualified: number;
  /** Accepted by an SDR → opportunity, in the first attempt. */
  opportunity: number;
  /** Opportunity → won. */
  won: number;
}

/**
 * The rates that are planted in every generated portal, so that what is measured there can be compared with what is true. People ask for
 * referrals and trade fairs; paid social brings many leads and few customers.
 */
export const PLANTED_RATES: readonly SourceRates[] = [
  { source: 'ORGANIC_SEARCH', share: 0.26, qualified: 0.38, opportunity: 0.38, won: 0.34 },
  { source: 'PAID_SEARCH', share: 0.18, qualified: 0.32, opportunity: 0.33, won: 0.28 },
  { source: 'DIRECT_TRAFFIC', share: 0.12, qualified: 0.46, opportunity: 0.42, won: 0.38 },
  { source: 'PAID_SOCIAL', share: 0.12, qualified: 0.22, opportunity: 0.24, won: 0.18 },
  { source: 'REFERRALS', share: 0.1, qualified: 0.62, opportunity: 0.52, won: 0.48 },
  { source: 'EMAIL_MARKETING', share: 0.1, qualified: 0.42, opportunity: 0.36, won: 0.32 },
  { source: 'SOCIAL_MEDIA', share: 0.06, qualified: 0.28, opportunity: 0.3, won: 0.25 },
  { source: 'OFFLINE', share: 0.06, qualified: 0.48, opportunity: 0.4, won: 0.36 },
];

/** Qualified → taken up by an SDR, for every source. */
export const ACCEPTED_RATE = 0.84;
