import { type StageMap } from '../journey/deal-stage.ts';
import type { Fact, RecordState } from '../journey/fact.ts';
import { changesOf, dealMoves, valueAt } from '../journey/timeline.ts';
import type { RecordId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import { type Money, parseMoney } from '../values/money.ts';

/** Why won revenue changed. `amended` is a new amount, currency or close date of a deal that stays won. */
export type RevenueChange = 'won' | 'amended' | 'reopened' | 'deleted' | 'merged';

/**
 * One line of the revenue ledger. Lines are only added: a reversal is a line of its own, so that a report of a past date stays as it
 * was. `amount` is the change, undefined where the deal has none; the sum of a deal's lines is what it is worth now.
 */
export interface RevenueEntry {
  readonly dealId: RecordId;
  readonly at: Instant;
  readonly change: RevenueChange;
  readonly amount: Money | undefined;
  readonly currency: string;
  /** The deal's close date at that instant, undefined when it has none or one that cannot be read. */
  readonly closeDate: string | undefined;
}

interface Standing {
  isWon: boolean;
  amount: Money | undefined;
  currency: string;
}

/**
 * The revenue ledger of one deal: what winning it booked and what reopening, lowering, deleting or merging it took back.
 *
 * @param homeCurrency the portal's, for deals without `deal_currency_code`
 */
export function revenueOf(
  deal: RecordState,
  facts: readonly Fact[],
  stages: StageMap,
  homeCurrency: string,
): RevenueEntry[] {
  const wonAt = wonSpans(facts, stages);
  const removedAt = deal.deletedAt;
  const instants = [...new Set([...changeInstants(facts), ...(removedAt === undefined ? [] : [removedAt])])].sort(
    (a, b) => a - b,
  );
  const ledger: RevenueEntry[] = [];
  let standing: Standing = { isWon: false, amount: undefined, currency: homeCurrency };
  for (const at of instants) {
    const isRemoved = removedAt !== undefined && at >= removedAt;
    const next: Standing = {
      isWon: wonAt(at) && !isRemoved,
      amount: parseMoney(valueAt(facts, 'amount', at)),
      currency: valueAt(facts, 'deal_currency_code', at) || homeCurrency,
    };
    const closeDate = valueAt(facts, 'closedate', at) || undefined;
    ledger.push(...linesBetween(deal, standing, next, at, closeDate, isRemoved));
    standing = next;
  }
  return ledger;
}

function linesBetween(
  deal: RecordState,
  before: Standing,
  after: Standing,
  at: Instant,
  closeDate: string | undefined,
  isRemoved: boolean,
): RevenueEntry[] {
  const line = (change: RevenueChange, amount: Money | undefined, currency: string): RevenueEntry => ({
    dealId: deal.id,
    at,
    change,
    amount,
    currency,
    closeDate,
  });
  const takeBack = before.amount === undefined ? undefined : -before.amount;
  if (!before.isWon && after.isWon) return [line('won', after.amount, after.currency)];
  if (before.isWon && !after.isWon) return [line(removal(deal, isRemoved), takeBack, before.currency)];
  if (!after.isWon || (before.amount === after.amount && before.currency === after.currency)) return [];
  if (before.currency !== after.currency)
    return [line('amended', takeBack, before.currency), line('amended', after.amount, after.currency)];
  return [line('amended', (after.amount ?? 0n) - (before.amount ?? 0n), after.currency)];
}

const removal = (deal: RecordState, isRemoved: boolean): RevenueChange =>
  !isRemoved ? 'reopened' : deal.mergedInto === undefined ? 'deleted' : 'merged';

/** Everything that may change what a deal is worth happens at one of these instants. */
const changeInstants = (facts: readonly Fact[]): Instant[] =>
  ['dealstage', 'pipeline', 'amount', 'deal_currency_code'].flatMap((property) =>
    changesOf(facts, property).map((fact) => fact.occurredAt),
  );

function wonSpans(facts: readonly Fact[], stages: StageMap): (at: Instant) => boolean {
  const moves = dealMoves(facts, stages);
  return (at) => moves.findLast((move) => move.at <= at)?.milestone === 'WON';
}
