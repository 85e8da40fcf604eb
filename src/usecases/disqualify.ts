import type { WorkRules } from '../domain/definitions/work-rules.ts';
import { type Candidate, disqualify, isOpen, reinstate } from '../domain/handoff/disqualify.ts';
import type { Refusal } from '../domain/handoff/respond.ts';
import type { Step } from '../domain/handoff/work.ts';
import { valueAt } from '../domain/journey/timeline.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import { answerOnce, type Refused } from './answer-once.ts';
import { decideAndSave } from './decide-and-save.ts';
import { decidePeople } from './decide-people.ts';
import { barredPeople, forgetAddresses } from './disqualified-addresses.ts';
import type { PortalTransaction } from './ports.ts';
import { mayActOn, type RespondNeeds } from './respond-to-handoff.ts';
import { actorOf, type Viewer, viewerOf } from './viewer.ts';

export interface DisqualifyRequest {
  readonly contactId: RecordId;
  readonly userId: string;
  /** Made in the card for this click. */
  readonly key: string;
  /** The offer the person saw; null when there was none. */
  readonly handoffId: string | null;
  readonly reason: string;
}

export type ReinstateRequest = Omit<DisqualifyRequest, 'handoffId'>;

/** A person is no buyer, for ever. @returns why nothing was done, or undefined when it was */
export const disqualifyLead = (
  portalId: PortalId,
  request: DisqualifyRequest,
  needs: RespondNeeds,
): Promise<Refused | undefined> =>
  answerOnce(portalId, request, needs, async (tx) => {
    const candidate = await candidateOf(tx, request.contactId);
    if (!candidate) return UNKNOWN;
    const { handoff } = candidate;
    if (request.handoffId !== null && !(handoff?.handoffId === request.handoffId && isOpen(handoff)))
      return { kind: 'conflict', why: 'This offer has been decided meanwhile. Reload the card.' };
    const who = await viewerOf(tx, request.userId);
    if (!mayDisqualify(candidate, who)) return { kind: 'forbidden', why: NOT_YOURS };
    return save(
      tx,
      candidate,
      (rules) => disqualify(candidate, actorOf(who), request.reason, rules, needs.clock()),
      needs,
    );
  });

/** Takes a disqualification back. @returns why nothing was done, or undefined when it was */
export const reinstateLead = (
  portalId: PortalId,
  request: ReinstateRequest,
  needs: RespondNeeds,
): Promise<Refused | undefined> =>
  answerOnce(portalId, request, needs, async (tx) => {
    const candidate = await candidateOf(tx, request.contactId);
    if (!candidate) return UNKNOWN;
    const who = await viewerOf(tx, request.userId);
    if (!mayReinstate(who)) return { kind: 'forbidden', why: ONLY_ROLES };
    return save(
      tx,
      candidate,
      async (rules) => {
        const step = reinstate(candidate, actorOf(who), request.reason, rules, needs.clock());
        if (!('refused' in step)) await forgetAddresses(tx, candidate.facts);
        return step;
      },
      needs,
    );
  });

const UNKNOWN: Refused = { kind: 'conflict', why: 'This contact is not known here yet. Try again in a minute.' };
/** Nothing is decided, and HubSpot asked for nothing, before a portal is live (design D19). */
export const NOT_LIVE = 'Lead to Revenue only observes this portal so far. Disqualify here once it is live.';
export const NOT_YOURS =
  'Only the owner of the record, whoever it was offered to, their team, a manager or an admin may disqualify.';
export const ONLY_ROLES = 'Only an admin, marketing ops or a manager may take a disqualification back.';

/** As with every decision about an offer; without one, whoever owns the record. */
export function mayDisqualify({ facts, handoff }: Candidate, viewer: Viewer): boolean {
  const { owners, role } = viewer;
  const actor = actorOf(viewer);
  const recordOwner = valueAt(facts, 'hubspot_owner_id', Number.POSITIVE_INFINITY);
  if (handoff && isOpen(handoff)) return mayActOn(handoff, recordOwner, actor, owners, role);
  return role === 'admin' || role === 'manager' || (actor.ownerId !== undefined && actor.ownerId === recordOwner);
}

export const mayReinstate = ({ role }: Viewer): boolean => role !== 'member';

async function candidateOf(tx: PortalTransaction, contactId: RecordId): Promise<Candidate | undefined> {
  const near = await tx.neighborhood([{ type: 'contact', id: contactId }]);
  const person = decidePeople(near, await tx.settings()).people.find((each) => each.contactId === contactId);
  const contact = near.contacts.get(contactId);
  if (!person || !contact || contact.deletedAt !== undefined) return undefined;
  return {
    contactId,
    facts: contact.facts,
    journeys: person.journeys,
    handoff: (await tx.handoffs([contactId], [])).findLast(({ kind }) => kind === 'lead'),
    barredAt: (await barredPeople(tx, near)).get(contactId),
  };
}

async function save(
  tx: PortalTransaction,
  { contactId }: Candidate,
  decide: (rules: WorkRules) => Step | Refusal | Promise<Step | Refusal>,
  needs: RespondNeeds,
): Promise<Refused | undefined> {
  const { definitions, liveAt } = await tx.settings();
  if (liveAt === undefined) return { kind: 'conflict', why: NOT_LIVE };
  if (!definitions.work) return { kind: 'conflict', why: 'The definition set has no rules of work any more.' };
  const step = await decide(definitions.work);
  if ('refused' in step) return { kind: step.refused, why: step.why };
  const { decisions = [], handoffs = [], intents = [], reinstatements = [] } = step;
  const follow = { decisions, handoffs, intents, reinstatements, turns: [] };
  await tx.saveFollowUp(follow, needs.clock(), definitions.version);
  await decideAndSave(tx, [{ type: 'contact', id: contactId }], needs);
  return undefined;
}
