import type { Handoff } from '../domain/handoff/handoff.ts';
import type { RecordKey } from '../domain/journey/fact.ts';
import { valueAt } from '../domain/journey/timeline.ts';
import { answerNow, answerProperty } from '../domain/stage/answers.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import { answerOnce, type Refused } from './answer-once.ts';
import { decideAndSave } from './decide-and-save.ts';
import { decidePeople } from './decide-people.ts';
import { type Neighborhood, type Observation, ON_CARD, type PortalTransaction, type RecordHistory } from './ports.ts';
import { mayActOn, type RespondNeeds } from './respond-to-handoff.ts';
import { actorOf, type Viewer, viewerOf } from './viewer.ts';

export interface AnswerRequest {
  /** The contact or deal whose card it was; a deal's answers are those of the contact it came from. */
  readonly record: RecordKey;
  readonly userId: string;
  /** Made in the card for this click. */
  readonly key: string;
  /** By id of the question; '' takes an answer back. */
  readonly answers: Readonly<Record<string, string>>;
}

/**
 * Answers to the questions of discovery, written on a card: they count at once (S1-05), and HubSpot is told afterwards. Older answers
 * are kept.
 *
 * @returns why nothing was done, or undefined when it was
 */
export const saveAnswers = (
  portalId: PortalId,
  request: AnswerRequest,
  needs: RespondNeeds,
): Promise<Refused | undefined> =>
  answerOnce(portalId, request, needs, async (tx) => {
    const { record, userId } = request;
    const answers = new Map(Object.entries(request.answers));
    const near = await tx.neighborhood([record]);
    const settings = await tx.settings();
    const contactId = answeredBy(record, near, settings);
    const contact = contactId === undefined ? undefined : near.contacts.get(contactId);
    if (!contact || contact.deletedAt !== undefined) return NOBODY;
    const viewer = await viewerOf(tx, userId);
    const handoffs = await handoffsOf(tx, record, contact.id);
    if (!mayAnswer(record, contact, near, handoffs, viewer)) return { kind: 'forbidden', why: NOT_YOURS_TO_ANSWER };
    const questions = settings.definitions.qualification?.answers ?? [];
    const unknown = [...answers.keys()].find((asked) => !questions.some(({ id }) => id === asked));
    if (unknown !== undefined)
      return { kind: 'conflict', why: 'The questions have changed meanwhile. Reload the card.' };
    const now = needs.clock();
    const said = questions.flatMap(({ id }): Observation[] => {
      const value = answers.get(id)?.trim();
      if (value === undefined || value === answerNow({ id }, contact.facts)) return [];
      const property = answerProperty(id);
      const about = { type: 'contact', id: contact.id } as const;
      const fact = { record: about, property, value, occurredAt: now, knownAt: now, dated: true };
      return [{ kind: 'changed', fact, sourceType: ON_CARD, sourceId: `userId:${userId}`, isAttribute: true }];
    });
    const { touched } = await tx.observe(said);
    if (touched.length > 0) await decideAndSave(tx, touched, needs);
    return undefined;
  });

const NOBODY: Refused = { kind: 'conflict', why: 'No contact is known here whose answers these would be.' };
export const NOT_YOURS_TO_ANSWER =
  'Only the owner of the record, whoever it was offered to, their team, a manager or an admin may answer.';

/** The contact itself, or the one a deal came from. */
export function answeredBy(
  { type, id }: RecordKey,
  near: Neighborhood,
  settings: Parameters<typeof decidePeople>[1],
): RecordId | undefined {
  if (type === 'contact') return id;
  return decidePeople(near, settings).deals.find(({ dealId }) => dealId === id)?.originContactId;
}

/** Offers about the record and about the contact. */
export const handoffsOf = (tx: PortalTransaction, record: RecordKey, contactId: RecordId): Promise<Handoff[]> =>
  tx.handoffs([contactId], record.type === 'deal' ? [record.id] : []);

/** Whoever may act on the record, also when nothing is offered: its owner, and who may decide about an offer of it. */
export function mayAnswer(
  { type, id }: RecordKey,
  contact: RecordHistory,
  near: Neighborhood,
  handoffs: readonly Handoff[],
  viewer: Viewer,
): boolean {
  if (viewer.role === 'admin' || viewer.role === 'manager') return true;
  const actor = actorOf(viewer);
  const deal = type === 'deal' ? near.deals.get(id) : undefined;
  const owners = [contact, ...(deal ? [deal] : [])].map(({ facts }) =>
    valueAt(facts, 'hubspot_owner_id', Number.POSITIVE_INFINITY),
  );
  if (actor.ownerId !== undefined && owners.includes(actor.ownerId)) return true;
  return handoffs.some(
    (handoff) => handoff.ownerId !== undefined && mayActOn(handoff, '', actor, viewer.owners, viewer.role),
  );
}
