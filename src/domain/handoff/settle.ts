import type { Milestone } from '../journey/milestone.ts';
import { decided } from './close-handoff.ts';
import { type Click, closeTask, type Decision, type Handoff, type Intent } from './handoff.ts';

/** What became of what we asked HubSpot for. `dropped`: a person was faster. */
export interface Outcome {
  readonly state: 'confirmed' | 'refused' | 'dropped';
  readonly why?: string | undefined;
}

export interface Settlement {
  readonly handoff: Handoff;
  readonly decisions: readonly Decision[];
  readonly intents: readonly Intent[];
}

/**
 * Ends a pending click with HubSpot's answer (design D8): confirmed, the stage is entered with the click's time; refused, the handoff
 * goes back to what it was, with HubSpot's reason.
 */
export function settle(handoff: Handoff, click: Click, outcome: Outcome): Settlement {
  const { handoffId } = handoff;
  if (outcome.state !== 'confirmed')
    return {
      handoff: { ...handoff, click: undefined, refusal: outcome.why ?? 'HubSpot did not take it.' },
      decisions: [],
      intents: [],
    };
  const evidence = { handoffId, userId: click.userId, reason: click.reason ?? null };
  const closed = decided(handoff, click.outcome, click.at, click.userId, click.reason);
  return {
    handoff: closed,
    intents: closeTask(closed),
    decisions: [{ record: recordOf(handoff), milestone: milestoneOf(handoff, click), at: click.at, evidence }],
  };
}

const milestoneOf = ({ kind }: Handoff, { outcome }: Click): Milestone =>
  outcome === 'recycled' ? 'RECYCLED' : kind === 'lead' ? 'MAL' : 'SQO';

function recordOf({ kind, contactId, dealId, handoffId }: Handoff): Decision['record'] {
  if (kind === 'lead' && contactId !== undefined) return { type: 'contact', id: contactId };
  if (kind === 'mqo' && dealId !== undefined) return { type: 'deal', id: dealId };
  throw new Error(`Handoff ${handoffId} belongs to no record.`);
}
