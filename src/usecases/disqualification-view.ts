import type { WorkRules } from '../domain/definitions/work-rules.ts';
import { type Candidate, disqualify } from '../domain/handoff/disqualify.ts';
import { disqualificationIn, isDisqualified } from '../domain/qualification/barrier.ts';
import type { Instant } from '../domain/values/instant.ts';
import { mayDisqualify, mayReinstate, NOT_LIVE, NOT_YOURS, ONLY_ROLES } from './disqualify.ts';
import type { Owner, PortalSettings } from './ports.ts';
import { nameOfUser } from './respond-to-handoff.ts';
import { actorOf, type Viewer } from './viewer.ts';

const allowed = (why: string | undefined) =>
  why === undefined ? ({ allowed: true } as const) : ({ allowed: false, why } as const);

/** What a card shows of a disqualification, and what the person looking may do about it. */
export function disqualificationView(candidate: Candidate, viewer: Viewer, settings: PortalSettings, now: Instant) {
  const { facts, barredAt } = candidate;
  const { work } = settings.definitions;
  return {
    disqualified: isDisqualified(facts, barredAt) ? disqualifiedView(candidate, work, viewer.owners) : null,
    disqualify: allowed(whyNotDisqualify(candidate, viewer, settings, now)),
    disqualifyReasons: choicesOf(work?.disqualifyReasons),
    reinstate: allowed(mayReinstate(viewer) ? undefined : ONLY_ROLES),
    reinstateReasons: choicesOf(work?.reinstateReasons),
  };
}

/** By whom, when and why; of somebody who is so only by their address, when. */
export function disqualifiedView(
  { facts, barredAt }: Pick<Candidate, 'facts' | 'barredAt'>,
  work: WorkRules | undefined,
  owners: readonly Owner[],
) {
  const decision = disqualificationIn(facts);
  const code = decision?.decidedBy?.reason;
  return {
    by: decision ? nameOfUser(decision.decidedBy?.userId, owners) : null,
    at: decision?.occurredAt ?? barredAt ?? null,
    reason: work?.disqualifyReasons.find(({ value }) => value === code)?.label ?? code ?? null,
    isByAddress: decision === undefined,
  };
}

/** The decision itself, tried with a reason that will do. */
function whyNotDisqualify(
  candidate: Candidate,
  viewer: Viewer,
  { definitions: { work }, liveAt }: PortalSettings,
  now: Instant,
): string | undefined {
  if (!work) return 'The definition set has no rules of work.';
  if (liveAt === undefined) return NOT_LIVE;
  if (!mayDisqualify(candidate, viewer)) return NOT_YOURS;
  const tried = disqualify(candidate, actorOf(viewer), work.disqualifyReasons[0]?.value ?? '', work, now);
  return 'refused' in tried ? tried.why : undefined;
}

const choicesOf = (reasons: WorkRules['disqualifyReasons'] | undefined) =>
  (reasons ?? []).map(({ value, label }) => ({ value, label }));
