import { decided } from '../handoff/close-handoff.ts';
import type { Handoff } from '../handoff/handoff.ts';
import { Dealer, type Roster } from '../handoff/roster.ts';
import { compareFacts, type Fact } from '../journey/fact.ts';
import { KnownPerson } from '../qualification/known-person.ts';
import { inForceAt, type InForce } from '../qualification/replay-person.ts';
import type { RecordId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import { assessAccount } from './account-assessment.ts';
import { type IntentSign, intentSigns } from './intent-signs.ts';
import { offerAccount, pauseEndsAt } from './offer-account.ts';
import type { WorkedFrom } from './worked-people.ts';

export interface AccountRecord {
  readonly companyId: RecordId;
  readonly facts: readonly Fact[];
  readonly deletedAt?: Instant | undefined;
  /** Offers of this account that were made, oldest first. */
  readonly handoffs: readonly Handoff[];
  /** Which AE has named it from an instant on, oldest first. */
  readonly named: readonly { readonly at: Instant; readonly ownerId?: string | undefined }[];
}

/** What does not depend on the definition set. */
export interface AccountReplay {
  /** Nothing that happened before is acted upon; offers made before stay as they were. */
  readonly liveAt: Instant;
  readonly until: Instant;
  readonly zone: string;
  /** Of today. */
  readonly roster: Roster;
}

/**
 * The offers the rules would have made of an account, by the functions that make them. Those we made ourselves are left out and made anew;
 * what people decided about one ends whichever is open then. It is looked at when something is heard of the company or it is deleted, when its
 * people begin or cease to be worked, and when a pause ends: nothing else makes an offer. What its people do never does, as it only makes an account
 * aware; nor does a stage that fades, as the signs are weighed at the instant itself.
 *
 * @param worked  by the same rules, over the same days
 */
export function replayAccount(
  account: AccountRecord,
  worked: readonly WorkedFrom[],
  timeline: readonly InForce[],
  { liveAt, until, zone, roster }: AccountReplay,
): Handoff[] {
  const facts = account.facts.toSorted((a, b) => a.knownAt - b.knownAt || compareFacts(a, b));
  const words = account.handoffs.flatMap(wordsOf);
  let handoffs = account.handoffs.filter(({ offeredAt }) => offeredAt < liveAt).map((each) => asOf(liveAt, each));
  let known: Known | undefined;

  const lookAt = (at: Instant): void => {
    const period = inForceAt(at, timeline);
    const { rules, definitions, from } = period;
    if (known?.period !== period)
      known = { period, company: new KnownPerson(rules), next: 0, signs: intentSigns(facts, rules.counting) };
    for (let fact = facts[known.next]; fact && fact.knownAt <= at; fact = facts[(known.next += 1)])
      known.company.learn(fact);
    for (const word of words.filter((each) => each.at === at)) handoffs = withWord(handoffs, word);
    const { accounts, work } = definitions;
    if (!accounts || !work) return;
    const step = offerAccount(
      {
        // Engagement of its people makes an account aware, never in the market.
        companyId: account.companyId,
        assessment: assessAccount({ company: known.company, engaged: 0n }, at, rules, accounts),
        signs: known.signs.filter(({ knownAt }) => knownAt <= at),
        worked: worked.findLast((each) => each.at <= at)?.worked ?? 0,
        suggested: [],
        namedBy: account.named.findLast((each) => each.at <= at)?.ownerId,
        handoffs,
        isGone: account.deletedAt !== undefined && account.deletedAt <= at,
      },
      { now: at, actFrom: Math.max(liveAt, from), zone, rules: work, accounts, roster },
      new Dealer(roster),
    );
    for (const changed of step.handoffs ?? [])
      handoffs = [...handoffs.filter(({ handoffId }) => handoffId !== changed.handoffId), changed];
  };

  const told = [
    ...facts.map(({ knownAt }) => knownAt),
    ...[...worked, ...words].map(({ at }) => at),
    ...(account.deletedAt === undefined ? [] : [account.deletedAt]),
  ].sort((a, b) => a - b);
  let place = 0;
  const nextAfter = (at: Instant): Instant | undefined => {
    while ((told[place] ?? Infinity) <= at) place += 1;
    const { accounts } = inForceAt(at, timeline).definitions;
    const pauseEnd = accounts && pauseEndsAt(handoffs, accounts);
    const next = Math.min(told[place] ?? Infinity, pauseEnd !== undefined && pauseEnd > at ? pauseEnd : Infinity);
    return next <= until ? next : undefined;
  };
  for (let at = nextAfter(liveAt - 1); at !== undefined; at = nextAfter(at)) lookAt(at);
  return handoffs.filter(({ offeredAt }) => offeredAt >= liveAt);
}

/** What is known of the company by the rules of a period, and how many of the facts that are. */
interface Known {
  readonly period: InForce;
  readonly company: KnownPerson;
  readonly signs: readonly IntentSign[];
  next: number;
}

/** Something a person decided about an offer: took it, turned it down, or began with somebody later on. */
interface Word {
  readonly at: Instant;
  readonly of: Handoff;
}

const wordsOf = (of: Handoff): Word[] =>
  of.decidedAt === undefined || of.decidedBy === undefined
    ? []
    : [...new Set([of.clock.stoppedAt ?? of.decidedAt, of.decidedAt])].map((at) => ({ at, of }));

/** The last offer, if it is open, or was taken and is now begun with somebody. */
function withWord(handoffs: readonly Handoff[], { at, of }: Word): Handoff[] {
  const last = handoffs.at(-1);
  if (!last || (last.state !== 'offered' && !(last.state === 'accepted' && of.state === 'accepted')))
    return [...handoffs];
  return [...handoffs.slice(0, -1), decided(last, of.state, at, of.decidedBy, of.reason)];
}

/** An offer as it stood then. */
const asOf = (at: Instant, handoff: Handoff): Handoff =>
  handoff.decidedAt !== undefined && handoff.decidedAt < at
    ? handoff
    : {
        ...handoff,
        ...{ state: 'offered', click: undefined, decidedAt: undefined, decidedBy: undefined, reason: undefined },
        clock: { ...handoff.clock, stoppedAt: undefined },
      };
