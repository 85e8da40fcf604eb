import { addWorkingMinutes } from '../clock/working-time.ts';
import type { AccountRules } from '../definitions/account-rules.ts';
import { decided } from '../handoff/close-handoff.ts';
import { closeTasks, type Handoff, type Intent } from '../handoff/handoff.ts';
import { calendarOf } from '../handoff/qualify.ts';
import type { Dealer } from '../handoff/roster.ts';
import type { Step } from '../handoff/work.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../values/instant.ts';
import { accountTask } from './account-task.ts';
import type { AccountContext, WorkAccount } from './work-account.ts';

/** A sign may be told this late and still tell something new. */
const LATE_MS = HOUR_MS;

/**
 * What an account asks for: one that is in the market, fits, and of which nobody is being worked is offered without a person (design D7),
 * with priority P4 to the AE who has named it, else with P3 to the next of the outbound pool (S2-12, S2-13). An offer is over when one of
 * its people responds, and stays with somebody who works here. Never an AQL.
 */
export function offerAccount(account: WorkAccount, context: AccountContext, dealer: Dealer): Step {
  const open = account.handoffs.find(({ state }) => state === 'offered');
  if (open) return open.click ? {} : tend(open, account, context, dealer);
  return isToBeOffered(account, context) ? offer(account, context, dealer) : {};
}

/** When the pause after the last offer ends; none when there was no offer. */
export function pauseEndsAt(handoffs: readonly Handoff[], { pauseDays }: AccountRules): Instant | undefined {
  const ended = handoffs.findLast(({ decidedAt }) => decidedAt !== undefined)?.decidedAt;
  return ended === undefined ? undefined : ended + pauseDays * DAY_MS;
}

function isToBeOffered({ assessment, worked, isGone, handoffs, signs }: WorkAccount, context: AccountContext): boolean {
  const { now, actFrom, accounts } = context;
  if (isGone || assessment.stage !== 'IN_MARKET' || !assessment.icp || worked > 0) return false;
  if ((pauseEndsAt(handoffs, accounts) ?? now) > now) return false;
  const ended = handoffs.at(-1)?.decidedAt ?? Number.NEGATIVE_INFINITY;
  return signs.some(({ at, knownAt }) => knownAt >= actFrom && at >= actFrom - LATE_MS && knownAt > ended);
}

function offer(account: WorkAccount, context: AccountContext, dealer: Dealer): Step {
  const { companyId, namedBy } = account;
  const { now, rules, zone } = context;
  const ae = namedBy !== undefined && context.roster.active.includes(namedBy) ? namedBy : undefined;
  const priority = ae === undefined ? 'P3' : 'P4';
  const ownerId = ae ?? dealer.next('outbound');
  const dueAt = addWorkingMinutes(now, rules.firstResponse[priority].limit, calendarOf(rules, zone));
  const handoff: Handoff = {
    handoffId: `account-${companyId}-${now}`,
    kind: 'account',
    companyId,
    priority,
    cause: 'in_market',
    ownerId,
    offeredAt: now,
    state: 'offered',
    clock: { kind: 'first_response', startedAt: now, dueAt },
  };
  return {
    handoffs: [handoff],
    intents: ownerId === undefined ? [] : [accountTask(handoff, ownerId, account, context)],
  };
}

function tend(handoff: Handoff, account: WorkAccount, context: AccountContext, dealer: Dealer): Step {
  const { now } = context;
  if (account.isGone) return close(decided(handoff, 'rejected', now, undefined, 'deleted'));
  if (account.worked > 0) return close(decided(handoff, 'accepted', now, undefined, 'responded'));
  if (handoff.ownerId !== undefined && context.roster.active.includes(handoff.ownerId)) return {};
  const next = dealer.next('outbound');
  if (next === undefined) return {};
  const task: Intent =
    handoff.ownerId === undefined
      ? accountTask(handoff, next, account, context)
      : {
          kind: 'set',
          key: `retask-${handoff.handoffId}-${next}`,
          handoffId: handoff.handoffId,
          record: { type: 'task', id: `task-${handoff.handoffId}` },
          changes: { hubspot_owner_id: { to: next } },
        };
  return { handoffs: [{ ...handoff, ownerId: next }], intents: [task] };
}

const close = (handoff: Handoff): Step => ({ handoffs: [handoff], intents: closeTasks(handoff) });
