import type { WorkRules } from '../definitions/work-rules.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { StageCheck } from '../stage/stage-check.ts';
import { DAY_MS, type Instant } from '../values/instant.ts';
import { recordOf } from './assign.ts';
import { decided } from './close-handoff.ts';
import { type Click, closeTasks, type Decision, type Handoff, type Intent } from './handoff.ts';

/** What became of what we asked HubSpot for. `dropped`: a person was faster. */
export interface Outcome {
  readonly state: 'confirmed' | 'refused' | 'dropped';
  readonly why?: string | undefined;
}

export interface Settlement {
  readonly handoff: Handoff;
  readonly decisions: readonly Decision[];
  readonly intents: readonly Intent[];
  readonly checks: readonly StageCheck[];
}

/**
 * Ends a pending click with HubSpot's answer (design D8): confirmed, the stage is entered with the click's time; refused, the handoff
 * goes back to what it was, with HubSpot's reason.
 */
export function settle(handoff: Handoff, click: Click, outcome: Outcome, rules: WorkRules | undefined): Settlement {
  const { handoffId } = handoff;
  const record = click.contactId === undefined ? recordOf(handoff) : { type: 'contact' as const, id: click.contactId };
  if (!record) throw new Error(`Handoff ${handoffId} belongs to no record.`);
  if (outcome.state !== 'confirmed')
    return {
      handoff: { ...handoff, click: undefined, refusal: outcome.why ?? 'HubSpot did not take it.' },
      decisions: [],
      intents: [],
      checks: [],
    };
  const evidence = { handoffId, userId: click.userId, reason: click.reason ?? null };
  const closed = {
    ...decided(handoff, click.outcome, click.at, click.userId, click.reason),
    wakeAt: wakeOf(click, rules),
    contactId: click.contactId ?? handoff.contactId,
  };
  const stage = milestoneOf(handoff, click);
  const { at, userId, checked: items } = click;
  return {
    handoff: closed,
    intents: closeTasks(closed),
    decisions: [{ record, milestone: stage, at, evidence }],
    checks: items ? [{ record, stage, enteredAt: at, place: 'card', userId, items }] : [],
  };
}

/** Each reason has its own delay (S2-22). */
function wakeOf({ outcome, reason, at }: Click, rules: WorkRules | undefined): Instant | undefined {
  const chosen = outcome === 'recycled' ? rules?.recycleReasons.find(({ value }) => value === reason) : undefined;
  return chosen && at + chosen.wakeDays * DAY_MS;
}

const milestoneOf = ({ kind }: Handoff, { outcome }: Click): Milestone =>
  outcome === 'recycled' ? 'RECYCLED' : kind === 'mqo' ? 'SQO' : 'MAL';
