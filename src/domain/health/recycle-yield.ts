import type { RecordId } from '../values/ids.ts';
import { DAY_MS, type Instant, MINUTE_MS } from '../values/instant.ts';
import { type Attempt, type DecidedAttempt, type FrozenAql, hasPassed, withDecisions } from './attempt.ts';

/** An offer that ended with a recycled lead. */
export interface RecycledOffer {
  readonly contactId: RecordId;
  readonly at: Instant;
  /** Code of the definition set. */
  readonly reason: string | undefined;
  /** When the lead was to come back; undefined where no reason with a delay was given. */
  readonly wakeAt: Instant | undefined;
}

/**
 * What recycling for one reason with one delay brought back (N12). recycled = back + resting + away;
 * back = woken + raisedHand + active + inHubSpot.
 */
export interface RecycleYield {
  /** '' where none was given, as for a lead recycled in HubSpot itself. */
  readonly reason: string;
  /** Whole days that the lead was to rest. */
  readonly delayDays: number;
  readonly recycled: number;
  /** A later attempt became an AQL or more. */
  readonly back: number;
  /** How it came back: by its time, by a raised hand, by passing the gate, or set in HubSpot itself. */
  readonly woken: number;
  readonly raisedHand: number;
  readonly active: number;
  readonly inHubSpot: number;
  /** Of those that came back: the second pass reached SQO, was won, or has not ended and is short of SQO. */
  readonly sqo: number;
  readonly won: number;
  readonly open: number;
  /** Not back, and still to rest. */
  readonly resting: number;
  /** Not back although the rest is over. */
  readonly away: number;
}

export interface RecycleFacts {
  /** Attempts that became an AQL or were recycled. */
  readonly attempts: readonly Attempt[];
  readonly aqls: readonly FrozenAql[];
  readonly offers: readonly RecycledOffer[];
  /** How long a lead rests that was recycled without a reason. */
  readonly embargoDays: number;
  readonly now: Instant;
}

interface Fate {
  readonly reason: string;
  readonly delayDays: number;
  readonly isResting: boolean;
  readonly second: DecidedAttempt | undefined;
}

/** By reason and delay, the most recycled first. */
export function recycleYield(facts: RecycleFacts): RecycleYield[] {
  const offers = Map.groupBy(facts.offers, ({ contactId }) => contactId);
  const fates = [...withDecisions(facts.attempts, facts.aqls).values()].flatMap((own) =>
    own.flatMap(({ attempt }, place) => {
      if (attempt.ended?.milestone !== 'RECYCLED') return [];
      const { at } = attempt.ended;
      const offer = offers.get(attempt.contactId)?.findLast((each) => Math.abs(each.at - at) <= MINUTE_MS);
      return [fateOf(at, offer, secondPass(own.slice(place + 1)), facts)];
    }),
  );
  return [...Map.groupBy(fates, ({ reason, delayDays }) => `${reason} ${delayDays}`).values()]
    .map(sumOf)
    .sort((a, b) => b.recycled - a.recycled || (a.reason < b.reason ? -1 : 1) || a.delayDays - b.delayDays);
}

/** The first later attempt that became an AQL; whatever comes after a further recycling is owed to that one. */
function secondPass(later: readonly DecidedAttempt[]): DecidedAttempt | undefined {
  const stop = later.findIndex(({ attempt }) => attempt.ended?.milestone === 'RECYCLED');
  return later.slice(0, stop < 0 ? undefined : stop + 1).find(({ attempt }) => hasPassed(attempt, 'AQL'));
}

function fateOf(
  at: Instant,
  offer: RecycledOffer | undefined,
  second: DecidedAttempt | undefined,
  { embargoDays, now }: RecycleFacts,
): Fate {
  const until = offer?.wakeAt ?? at + embargoDays * DAY_MS;
  const reason = offer?.wakeAt === undefined ? '' : (offer.reason ?? '');
  return { reason, delayDays: Math.round((until - at) / DAY_MS), isResting: until > now, second };
}

function sumOf(fates: readonly Fate[]): RecycleYield {
  const { reason = '', delayDays = 0 } = fates[0] ?? {};
  const seconds = fates.flatMap(({ second }) => second ?? []);
  const came = (how: Return) => seconds.filter((second) => returnOf(second) === how).length;
  const reached = (stage: 'SQO' | 'WON') => seconds.filter(({ attempt }) => hasPassed(attempt, stage)).length;
  const absent = fates.filter(({ second }) => !second);
  return {
    reason,
    delayDays,
    recycled: fates.length,
    back: seconds.length,
    woken: came('woken'),
    raisedHand: came('raisedHand'),
    active: came('active'),
    inHubSpot: came('inHubSpot'),
    sqo: reached('SQO'),
    won: reached('WON'),
    open: seconds.filter(({ attempt }) => !attempt.ended && !hasPassed(attempt, 'SQO')).length,
    resting: absent.filter(({ isResting }) => isResting).length,
    away: absent.filter(({ isResting }) => !isResting).length,
  };
}

type Return = 'woken' | 'raisedHand' | 'active' | 'inHubSpot';

function returnOf({ aql }: DecidedAttempt): Return {
  if (!aql) return 'inHubSpot';
  if (aql.priority === 'P1') return 'raisedHand';
  return aql.cause === 'wake' ? 'woken' : 'active';
}
