import type { WorkRules } from '../domain/definitions/work-rules.ts';
import { recordOf } from '../domain/handoff/assign.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import {
  acceptDeal,
  acceptLead,
  type Actor,
  recycleLead,
  type Refusal,
  rejectDeal,
  type Response,
} from '../domain/handoff/respond.ts';
import { mapDealStages, stageCarrying } from '../domain/journey/deal-stage.ts';
import type { Fact } from '../domain/journey/fact.ts';
import { stageIn } from '../domain/journey/standing.ts';
import { valueAt } from '../domain/journey/timeline.ts';
import { passGate } from '../domain/stage/pass-gate.ts';
import { localDate, noonOf } from '../domain/values/calendar.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { type Instant, toIso } from '../domain/values/instant.ts';
import { answerOnce, type Refused } from './answer-once.ts';
import { decideAndSave, type DecideNeeds } from './decide-and-save.ts';
import { decidePeople } from './decide-people.ts';
import { gateOf, gateScene, leadEntry, opportunityEntry } from './gate-of.ts';
import type { Neighborhood, Owner, PortalSettings, PortalTransaction, Role, Store } from './ports.ts';

/** What a person clicked on a card. `despite`: ids of what the stage asks for and the person goes on without, knowingly. */
export type Click =
  | { readonly action: 'accept_lead'; readonly despite?: readonly string[] }
  | { readonly action: 'recycle_lead'; readonly reason: string }
  | {
      readonly action: 'accept_deal';
      readonly amount: string;
      readonly closeDate: string;
      readonly despite?: readonly string[];
    }
  | { readonly action: 'reject_deal'; readonly reason: string };

export interface ClickRequest {
  readonly handoffId: string;
  /** The contact or deal whose card it was. */
  readonly recordId: string;
  readonly userId: string;
  /** Made in the card for this click: the same click again is answered alike and done once. */
  readonly key: string;
  readonly click: Click;
}

export interface RespondNeeds extends DecideNeeds {
  readonly store: Store;
}

/**
 * A click on a card: stored and answered at once; HubSpot is asked afterwards (design D8). Of two people who click at once, the first
 * wins and the second hears who it was.
 *
 * @returns why nothing was done, or undefined when the click was taken
 */
export const respondToHandoff = (
  portalId: PortalId,
  request: ClickRequest,
  needs: RespondNeeds,
): Promise<Refused | undefined> => answerOnce(portalId, request, needs, (tx) => respond(tx, request, needs));

async function respond(
  tx: PortalTransaction,
  request: ClickRequest,
  needs: RespondNeeds,
): Promise<Refused | undefined> {
  const handoff = await tx.handoff(request.handoffId);
  if (!handoff || recordOf(handoff)?.id !== request.recordId)
    return { kind: 'conflict', why: 'This offer no longer exists. Reload the card.' };
  const owners = await tx.owners();
  const actor: Actor = { userId: request.userId, ownerId: ownerOf(request.userId, owners)?.ownerId };
  const near = await neighborhoodOf(tx, handoff);
  const facts = factsOf(near, handoff);
  const recordOwner = valueAt(facts, 'hubspot_owner_id', Number.POSITIVE_INFINITY);
  if (!mayActOn(handoff, recordOwner, actor, owners, await tx.roleOf(request.userId)))
    return {
      kind: 'forbidden',
      why: 'Only the owner it was offered to, their team, a manager or an admin may decide this.',
    };
  const settings = await tx.settings();
  const { work } = settings.definitions;
  if (!work) return { kind: 'conflict', why: 'The definition set has no rules of work any more.' };
  const now = needs.clock();
  const { click } = request;
  const decided = decide({ handoff, actor, click, facts, settings, rules: work, now, near });
  const answer = 'refused' in decided ? decided : await throughGate(tx, decided, click, { near, settings, now });
  if ('refused' in answer) return { kind: answer.refused, why: naming(answer, handoff, owners) };
  await tx.saveFollowUp(
    { handoffs: [answer.handoff], intents: answer.intents, decisions: answer.decisions, turns: [] },
    now,
    settings.definitions.version,
  );
  if (answer.decisions.length > 0) {
    const touched = answer.decisions.map(({ record }) => record);
    await decideAndSave(tx, touched, needs);
  }
  return undefined;
}

/** Whoever accepts enters a stage, which may ask for something. */
async function throughGate(
  tx: PortalTransaction,
  response: Response,
  click: Click,
  { near, settings, now }: Pick<Decidable, 'near' | 'settings' | 'now'>,
): Promise<Response | Refusal> {
  if (click.action !== 'accept_lead' && click.action !== 'accept_deal') return response;
  const scene = await gateScene(tx, near, settings, now);
  const { contactId, dealId } = response.handoff;
  const entry =
    click.action === 'accept_deal' && dealId !== undefined
      ? opportunityEntry(dealId, click, scene)
      : contactId !== undefined && leadEntry(contactId, scene);
  return entry ? passGate(response, gateOf(entry, scene), click.despite ?? []) : response;
}

interface Decidable {
  readonly handoff: Handoff;
  readonly actor: Actor;
  readonly click: Click;
  /** Of the record the handoff is about. */
  readonly facts: readonly Fact[];
  readonly near: Neighborhood;
  readonly settings: PortalSettings;
  readonly rules: WorkRules;
  readonly now: Instant;
}

function decide({ handoff, actor, click, facts, near, settings, rules, now }: Decidable): Response | Refusal {
  const kind = click.action.endsWith('_lead') ? 'lead' : 'mqo';
  if (handoff.kind !== kind) return { refused: 'invalid', why: 'This action belongs to another kind of offer.' };
  switch (click.action) {
    case 'accept_lead':
      return acceptLead(handoff, actor, facts, rules, now);
    case 'recycle_lead':
      if (hasOpportunity(handoff, near, settings))
        return { refused: 'invalid', why: 'The lead has become an opportunity: decide about it on its deal.' };
      return recycleLead(handoff, actor, click.reason, facts, rules, now);
    case 'reject_deal':
      return rejectDeal(handoff, actor, click.reason, rules, now);
    case 'accept_deal': {
      const pipeline = valueAt(facts, 'pipeline', now) || 'default';
      const { stages, definitions, timeZone } = settings;
      const stage = stageCarrying('SQO', stages, mapDealStages(stages, definitions), pipeline);
      if (!stage)
        return { refused: 'invalid', why: 'The pipeline of this deal has no stage for accepted opportunities.' };
      const closeDate = toIso(noonOf(click.closeDate, timeZone));
      const isPast = click.closeDate < localDate(now, timeZone);
      return acceptDeal(handoff, actor, { amount: click.amount, closeDate, isPast, stage: stage.stage }, facts, now);
    }
  }
}

function hasOpportunity({ contactId }: Handoff, near: Neighborhood, settings: PortalSettings): boolean {
  const person = decidePeople(near, settings).people.find((each) => each.contactId === contactId);
  const stage = stageIn(person?.journeys.at(-1)?.visits ?? []);
  return stage !== undefined && stage.track === 'deal';
}

function neighborhoodOf(tx: PortalTransaction, handoff: Handoff): Promise<Neighborhood> {
  const record = recordOf(handoff);
  return tx.neighborhood(record ? [record] : []);
}

/** Everything known of the record the handoff is about. */
function factsOf({ contacts, deals }: Neighborhood, { kind, contactId, dealId }: Handoff): readonly Fact[] {
  const record = kind === 'lead' ? contactId && contacts.get(contactId) : dealId && deals.get(dealId);
  return record ? record.facts : [];
}

export const ownerOf = (userId: string, owners: readonly Owner[]): Owner | undefined =>
  owners.find((owner) => owner.userId === userId && owner.isActive);

/**
 * A member acts on records they own, on what was offered to them or to somebody of their teams; admins and managers on everything
 * (design D15).
 */
export function mayActOn(
  handoff: Handoff,
  recordOwner: string,
  actor: Actor,
  owners: readonly Owner[],
  role: Role,
): boolean {
  if (role === 'admin' || role === 'manager') return true;
  if (actor.ownerId === undefined) return false;
  if (handoff.ownerId === undefined || [handoff.ownerId, recordOwner].includes(actor.ownerId)) return true;
  const teams = owners.find(({ ownerId }) => ownerId === handoff.ownerId)?.teams ?? [];
  const own = owners.find(({ ownerId }) => ownerId === actor.ownerId)?.teams ?? [];
  return own.some((team) => teams.includes(team));
}

function naming({ why }: Refusal, handoff: Handoff, owners: readonly Owner[]): string {
  const userId = handoff.click?.userId ?? handoff.decidedBy;
  return why.replace('{who}', nameOfUser(userId, owners));
}

export const nameOfUser = (userId: string | undefined, owners: readonly Owner[]): string =>
  owners.find((owner) => owner.userId === userId)?.name ??
  (userId === undefined ? 'Somebody in HubSpot' : `User ${userId}`);
