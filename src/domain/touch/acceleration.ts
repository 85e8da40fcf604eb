import type { Journey } from '../journey/journey.ts';
import { isExit, rankOf } from '../journey/milestone.ts';
import type { Instant } from '../values/instant.ts';

/**
 * Whether what happened then came after the opportunity was accepted (SQO) and before the attempt ended: it helped to win, and not to
 * make, an opportunity.
 */
export const isAcceleration = (at: Instant, journeys: readonly Pick<Journey, 'visits' | 'ended'>[]): boolean =>
  journeys.some(
    ({ visits, ended }) =>
      (ended === undefined || at <= ended.at) &&
      visits.some(
        ({ milestone, track, enteredAt }) =>
          track === 'deal' && !isExit(milestone) && rankOf(milestone) >= rankOf('SQO') && enteredAt < at,
      ),
  );
