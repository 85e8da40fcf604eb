import type { Dice } from './dice.ts';
import type { Reached } from './planted-rates.ts';

/** How a story ends, as far as behavior and fit tell of it beforehand: never qualified, qualified, or with an opportunity. */
export const OUTCOMES = ['unqualified', 'qualified', 'opportunity'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How somebody behaves before sales know of them. Job seekers look as active as buyers, and read the jobs pages. */
export type Behavior = 'quiet' | 'curious' | 'active' | 'job_seeker';

/** What somebody's job title says: decides, leads a team, does the work, or learns. */
export type Standing = 'decides' | 'leads' | 'works' | 'learns';

/** How often each outcome shows it; over all kinds the shares of an outcome make 1. */
export type Shares = Readonly<Record<Outcome, number>>;

/**
 * What is planted in the behavior and the titles of each portal, given how the stories end: those who qualify were mostly active and mostly
 * have a say, and those who did not mostly neither, with exceptions on both sides.
 */
export const PLANTED_BEHAVIOR: Readonly<Record<Behavior, Shares>> = {
  quiet: { unqualified: 0.53, qualified: 0.16, opportunity: 0.08 },
  curious: { unqualified: 0.25, qualified: 0.36, opportunity: 0.24 },
  active: { unqualified: 0.1, qualified: 0.48, opportunity: 0.68 },
  job_seeker: { unqualified: 0.12, qualified: 0, opportunity: 0 },
};

/** Job seekers have the titles of those who qualify. */
export const PLANTED_STANDING: Readonly<Record<Standing, Shares>> = {
  decides: { unqualified: 0.22, qualified: 0.38, opportunity: 0.52 },
  leads: { unqualified: 0.3, qualified: 0.44, opportunity: 0.42 },
  works: { unqualified: 0.33, qualified: 0.17, opportunity: 0.06 },
  learns: { unqualified: 0.15, qualified: 0.01, opportunity: 0 },
};

/** Of the leads of the span's first days that never qualify: silent ever since, and back once in its last days. */
export const COME_BACKS = { share: 0.5, firstAndLast: 0.025 } as const;

export function outcomeOf(reached: Reached): Outcome {
  if (reached.MQO !== undefined) return 'opportunity';
  return reached.AQL === undefined ? 'unqualified' : 'qualified';
}

export function behaviorFor(outcome: Outcome, dice: Dice): Behavior {
  return dice.weighted(keysOf(PLANTED_BEHAVIOR), (behavior) => PLANTED_BEHAVIOR[behavior][outcome]);
}

/** @param rank in [0, 1): where in their companies those with this outcome stand, the highest first */
export function standingFor(outcome: Outcome, rank: number): Standing {
  let left = rank;
  return keysOf(PLANTED_STANDING).find((standing) => (left -= PLANTED_STANDING[standing][outcome]) < 0) ?? 'works';
}

/**
 * How many times likelier, as odds, one kind makes the better of two neighbouring outcomes than another kind does.
 *
 * @returns 0 for a kind that the better outcome never shows
 */
export function oddsOf<Kind extends string>(
  shares: Readonly<Record<Kind, Shares>>,
  kind: Kind,
  against: Kind,
): { qualified: number; opportunity: number } {
  const ratio = (better: Outcome, worse: Outcome) => {
    const [own, others] = [shares[kind], shares[against]];
    return own[better] === 0 ? 0 : own[better] / own[worse] / (others[better] / others[worse]);
  };
  return { qualified: ratio('qualified', 'unqualified'), opportunity: ratio('opportunity', 'qualified') };
}

export function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[];
}
