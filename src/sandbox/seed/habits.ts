import type { PageKind } from './demo-touches.ts';
import type { Behavior } from './planted-behavior.ts';

/** What people who behave in one way do while they are looked at. Ranges include both ends. */
export interface Habit {
  /** How likely they became known by a form, where their source does not say how. */
  entryForm: number;
  visits: readonly [least: number, most: number];
  /** Only the proportions count. */
  pages: Readonly<Record<PageKind, number>>;
  /** Clicks on links in e-mails. */
  clicks: readonly [least: number, most: number];
  /** How likely a further form, and a touch of those HubSpot keeps no property of. */
  form: number;
  touch: number;
}

export const HABITS: Readonly<Record<Behavior, Habit>> = {
  quiet: {
    entryForm: 0.65,
    visits: [0, 1],
    pages: { pricing: 0.03, cases: 0.05, product: 0.2, blog: 0.7, jobs: 0.02 },
    clicks: [0, 0],
    form: 0.02,
    touch: 0.02,
  },
  curious: {
    entryForm: 0.85,
    visits: [1, 2],
    pages: { pricing: 0.1, cases: 0.15, product: 0.35, blog: 0.38, jobs: 0.02 },
    clicks: [0, 1],
    form: 0.1,
    touch: 0.08,
  },
  active: {
    entryForm: 0.95,
    visits: [2, 4],
    pages: { pricing: 0.35, cases: 0.3, product: 0.2, blog: 0.15, jobs: 0 },
    clicks: [1, 2],
    form: 0.5,
    touch: 0.35,
  },
  job_seeker: {
    entryForm: 0.95,
    visits: [4, 5],
    pages: { pricing: 0, cases: 0.15, product: 0.1, blog: 0.15, jobs: 0.6 },
    clicks: [1, 1],
    form: 0.3,
    touch: 0.2,
  },
};
