import { labelOf } from '../domain/definitions/definition-set.ts';
import type { WorkRules } from '../domain/definitions/work-rules.ts';
import { causeLabel } from '../domain/handoff/assign.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import type { RecordKey } from '../domain/journey/fact.ts';
import type { Journey, Visit } from '../domain/journey/journey.ts';
import { type Milestone, rankOf } from '../domain/journey/milestone.ts';
import { stageIn } from '../domain/journey/standing.ts';
import { valueAt } from '../domain/journey/timeline.ts';
import { localDate } from '../domain/values/calendar.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import { type Instant, MINUTE_MS } from '../domain/values/instant.ts';
import { handoffsOf, mayAnswer } from './answer-questions.ts';
import { decidePeople } from './decide-people.ts';
import { disqualificationView } from './disqualification-view.ts';
import { barredPeople } from './disqualified-addresses.ts';
import { gateOf, type GateScene, gateScene, opportunityEntry } from './gate-of.ts';
import { answersView, nextGate } from './gate-view.ts';
import { pathFor } from './measure.ts';
import type { Clock, Owner, PortalSettings, PortalTransaction, StageFigures, Store } from './ports.ts';
import { mayActOn, nameOfUser } from './respond-to-handoff.ts';
import { actorOf, type Viewer, viewerOf } from './viewer.ts';

export interface CardNeeds {
  readonly store: Store;
  readonly clock: Clock;
}

export type Allowed = { readonly allowed: true } | { readonly allowed: false; readonly why: string };
const YES: Allowed = { allowed: true };
const no = (why: string): Allowed => ({ allowed: false, why });

/** What the card *Lead* shows of a contact, from our own store alone. */
export async function readLeadCard(portalId: PortalId, contactId: RecordId, userId: string, needs: CardNeeds) {
  return needs.store.inPortal(portalId, async (tx) => {
    const settings = await tx.settings();
    const viewer = await viewerOf(tx, userId);
    const near = await tx.neighborhood([{ type: 'contact', id: contactId }]);
    const person = decidePeople(near, settings).people.find((each) => each.contactId === contactId);
    const journey = person?.journeys.at(-1);
    const handoff = (await tx.handoffs([contactId], [])).findLast(({ kind }) => kind === 'lead');
    const facts = near.contacts.get(contactId)?.facts ?? [];
    const ownerId = valueAt(facts, 'hubspot_owner_id', needs.clock());
    const stage = journey && stageIn(journey.visits);
    const figuresOf = await tx.stageFigures();
    const { work } = settings.definitions;
    const barredAt = (await barredPeople(tx, near)).get(contactId);
    const candidate = { contactId, facts, journeys: person?.journeys ?? [], handoff, barredAt };
    const scene = await gateScene(tx, near, settings, needs.clock());
    return {
      zone: settings.timeZone,
      contactId,
      journey: journey ? journeyView(journey, settings, figuresOf) : null,
      priority:
        handoff?.priority === undefined
          ? null
          : {
              id: handoff.priority,
              reason: causeLabel(handoff.cause, work, settings.definitions.qualification?.gates ?? []),
            },
      owner: personOf(ownerId, viewer.owners),
      handoff: handoff ? handoffView(handoff, work, viewer.owners, needs.clock()) : null,
      nextStep: leadStep(journey, handoff, viewer.owners, settings.timeZone),
      accept: mayDecide(handoff, ownerId, viewer, ['offered']),
      recycle:
        stage?.track === 'deal'
          ? no('The lead has become an opportunity: decide about it on its deal.')
          : mayDecide(handoff, ownerId, viewer, ['offered', 'accepted']),
      recycleReasons: (work?.recycleReasons ?? []).map(({ value, label }) => ({ value, label })),
      gate: nextGate(contactId, journey, handoff, scene),
      answers: await answersOf(tx, { type: 'contact', id: contactId }, contactId, scene, viewer),
      ...disqualificationView(candidate, viewer, settings, needs.clock()),
    };
  });
}

/** What the card *Handoff* shows of a deal. */
export async function readHandoffCard(portalId: PortalId, dealId: RecordId, userId: string, needs: CardNeeds) {
  return needs.store.inPortal(portalId, async (tx) => {
    const settings = await tx.settings();
    const viewer = await viewerOf(tx, userId);
    const near = await tx.neighborhood([{ type: 'deal', id: dealId }]);
    const deal = decidePeople(near, settings).deals.find((each) => each.dealId === dealId);
    const handoff = (await tx.handoffs([], [dealId])).findLast(({ kind }) => kind === 'mqo');
    const facts = near.deals.get(dealId)?.facts ?? [];
    const amount = valueAt(facts, 'amount', Number.POSITIVE_INFINITY);
    const closeDate = dayOf(valueAt(facts, 'closedate', Number.POSITIVE_INFINITY), settings.timeZone);
    const stage = deal?.visits.at(-1);
    const ownerId = valueAt(facts, 'hubspot_owner_id', Number.POSITIVE_INFINITY);
    const { work } = settings.definitions;
    const origin = deal?.originContactId === undefined ? undefined : near.contacts.get(deal.originContactId);
    const meeting = origin?.facts.findLast((fact) => fact.property === work?.meetingBooked && fact.value !== '');
    const currency = valueAt(facts, 'deal_currency_code', Number.POSITIVE_INFINITY) || settings.currency;
    const scene = await gateScene(tx, near, settings, needs.clock());
    const record = { type: 'deal', id: dealId } as const;
    return {
      zone: settings.timeZone,
      dealId,
      stage: stage ? stageView(stage, settings) : null,
      handoff: handoff ? handoffView(handoff, work, viewer.owners, needs.clock()) : null,
      checklist: [
        item('contact', 'A contact the opportunity came from', origin && 'linked', 'no contact is linked'),
        item(
          'meeting',
          'A meeting was booked',
          meeting && localDate(meeting.occurredAt, settings.timeZone),
          'none is known',
        ),
        item('amount', 'Amount', Number(amount) > 0 ? `${amount} ${currency}` : undefined, 'put in when you accept'),
        item('close_date', 'Close date', closeDate ?? undefined, 'put in when you accept'),
        // Amount and close date are told above, and given with the click.
        ...gateOf(opportunityEntry(dealId, { amount: '-', closeDate: '-' }, scene), scene).filter(
          ({ id }) => id !== 'field.amount' && id !== 'field.closedate',
        ),
      ],
      answers: await answersOf(tx, record, origin?.id, scene, viewer),
      amount: amount === '' ? null : amount,
      closeDate,
      currency,
      nextStep: dealStep(handoff, stage, viewer.owners),
      accept: mayDecide(handoff, ownerId, viewer, ['offered']),
      reject: mayDecide(handoff, ownerId, viewer, ['offered']),
      rejectReasons: work?.rejectReasons ?? [],
    };
  });
}

async function answersOf(
  tx: PortalTransaction,
  record: RecordKey,
  contactId: RecordId | undefined,
  { near, settings }: GateScene,
  viewer: Viewer,
) {
  const contact = contactId === undefined ? undefined : near.contacts.get(contactId);
  const may =
    contact !== undefined &&
    contact.deletedAt === undefined &&
    mayAnswer(record, contact, near, await handoffsOf(tx, record, contact.id), viewer);
  return answersView(contact?.facts ?? [], may, settings, viewer.owners);
}

const item = (id: string, label: string, found: string | undefined, missing: string) => ({
  id,
  label,
  done: found !== undefined,
  detail: found ?? missing,
});

function journeyView(
  journey: Journey,
  settings: PortalSettings,
  figuresOf: (channel: string, milestone: Milestone) => StageFigures | undefined,
) {
  const { definitions } = settings;
  const stage = stageIn(journey.visits);
  const figures = stage && figuresOf(journey.channel, stage.milestone);
  const reached = Math.max(
    ...journey.visits.filter(({ track }) => track !== 'exit').map((visit) => rankOf(visit.milestone)),
  );
  return {
    attempt: journey.attempt,
    path: pathFor(settings).map((id) => {
      const first = journey.visits.find((visit) => visit.milestone === id);
      return {
        id,
        label: labelOf(definitions, id),
        enteredAt: first?.enteredAt ?? null,
        state: stepState(id, first, stage, reached),
      };
    }),
    stage: stage ? stageView(stage, settings) : null,
    usual: { medianDays: figures?.medianDays ?? null, rate: figures?.rate ?? null },
    ended: journey.ended ? { label: labelOf(definitions, journey.ended.milestone), at: journey.ended.at } : null,
  };
}

function stepState(id: Milestone, first: Visit | undefined, stage: Visit | undefined, reached: number) {
  if (stage?.milestone === id) return 'current' as const;
  if (first) return 'done' as const;
  return rankOf(id) < reached ? ('skipped' as const) : ('ahead' as const);
}

const stageView = ({ milestone, enteredAt }: Visit, { definitions }: PortalSettings) => ({
  id: milestone,
  label: labelOf(definitions, milestone),
  enteredAt,
});

/** What a clock waits for, and how long it may take; working time is not what the wall clock says. */
function clockLabel(handoff: Handoff, work: WorkRules | undefined): string {
  const isResponse = handoff.clock.kind === 'first_response';
  if (!work) return isResponse ? 'First response' : 'Decision';
  const { limit, target } = minutesOf(handoff, work);
  if (isResponse && limit % 60 === 0 && target % 60 === 0)
    return `First response within ${limit / 60} working hours, better ${target / 60}`;
  return isResponse
    ? `First response within ${limit} working minutes, better ${target}`
    : `Decision within ${limit / 60} hours, better ${target / 60}`;
}

/** The limit in the clock's own time; the wall clock may show more, as nights do not count as working time. */
function limitOf(handoff: Handoff, work: WorkRules | undefined): number {
  const { startedAt, dueAt } = handoff.clock;
  return work ? minutesOf(handoff, work).limit : (dueAt - startedAt) / MINUTE_MS;
}

const minutesOf = ({ clock, priority }: Handoff, { firstResponse, mqoDecision }: WorkRules) =>
  clock.kind === 'first_response' ? firstResponse[(priority ?? 'P1') as keyof typeof firstResponse] : mqoDecision;

export function handoffView(handoff: Handoff, work: WorkRules | undefined, owners: readonly Owner[], now: Instant) {
  const { click, clock, state } = handoff;
  const userId = click?.userId ?? handoff.decidedBy;
  const isDecided = click !== undefined || state !== 'offered';
  const isLate = clock.stoppedAt === undefined ? clock.dueAt <= now : clock.stoppedAt > clock.dueAt;
  return {
    handoffId: handoff.handoffId,
    state: click ? ('pending' as const) : state,
    offeredAt: handoff.offeredAt,
    offeredTo: personOf(handoff.ownerId, owners),
    offeredFrom: personOf(handoff.fromOwnerId, owners),
    decidedBy: isDecided ? nameOfUser(userId, owners) : null,
    decidedAt: click?.at ?? handoff.decidedAt ?? null,
    reason: reasonLabel(click?.reason ?? handoff.reason, work),
    refusal: handoff.refusal ?? null,
    clock: {
      label: clockLabel(handoff, work),
      limitMinutes: limitOf(handoff, work),
      startedAt: clock.startedAt,
      dueAt: clock.dueAt,
      stoppedAt: clock.stoppedAt ?? null,
      state: isLate ? ('missed' as const) : clock.stoppedAt === undefined ? ('running' as const) : ('met' as const),
    },
  };
}

function reasonLabel(reason: string | undefined, work: WorkRules | undefined): string | null {
  if (reason === undefined) return null;
  const known = [...(work?.recycleReasons ?? []), ...(work?.rejectReasons ?? []), ...(work?.disqualifyReasons ?? [])];
  return known.find(({ value }) => value === reason)?.label ?? reason;
}

export function personOf(ownerId: string | undefined, owners: readonly Owner[]) {
  const owner = owners.find((each) => each.ownerId === ownerId);
  return owner ? { ownerId: owner.ownerId, name: owner.name } : null;
}

export function mayDecide(
  handoff: Handoff | undefined,
  recordOwner: string,
  viewer: Viewer,
  states: readonly Handoff['state'][],
): Allowed {
  if (!handoff) return no('Nothing is offered here now.');
  if (handoff.click) return no('A decision waits for HubSpot.');
  if (!states.includes(handoff.state))
    return no(handoff.state === 'accepted' ? 'It is accepted.' : 'Nothing is left to decide here.');
  const actor = actorOf(viewer);
  if (!mayActOn(handoff, recordOwner, actor, viewer.owners, viewer.role))
    return no('Only the owner it was offered to, their team, a manager or an admin may decide this.');
  return YES;
}

function leadStep(
  journey: Journey | undefined,
  handoff: Handoff | undefined,
  owners: readonly Owner[],
  zone: string,
): string {
  if (handoff?.click) return 'Wait for HubSpot to take the decision.';
  if (handoff?.state === 'offered') return `${nameOf(handoff.ownerId, owners)}: respond, then accept or recycle.`;
  if (journey?.ended && handoff?.state === 'recycled' && handoff.wakeAt !== undefined)
    return `Comes back on ${localDate(handoff.wakeAt, zone)}, or at once with a raised hand.`;
  if (journey?.ended?.milestone === 'REJECTED') return 'Not accepted: book another meeting, or recycle.';
  if (!journey || journey.ended) return 'Nothing to do now.';
  const stage = stageIn(journey.visits);
  if (stage?.milestone === 'MAL') return 'Book a meeting; it makes the opportunity.';
  if (stage && rankOf(stage.milestone) >= rankOf('MQO')) return 'The opportunity is on its deal.';
  return stage?.milestone === 'AQL' ? 'Nothing is offered here: work it in HubSpot.' : 'Marketing keeps in touch.';
}

function dealStep(handoff: Handoff | undefined, stage: Visit | undefined, owners: readonly Owner[]): string {
  if (stage?.milestone === 'WON' || stage?.milestone === 'LOST') return 'Nothing to do now.';
  if (!handoff) return 'Nothing is offered on this deal.';
  if (handoff.click) return 'Wait for HubSpot to take the decision.';
  if (handoff.state === 'offered')
    return `${nameOf(handoff.ownerId, owners)}: accept with amount and close date, or reject with a reason.`;
  if (handoff.state === 'accepted') return 'Work the opportunity.';
  return handoff.fromOwnerId === undefined
    ? 'Rejected; nobody is known to have set the meeting.'
    : `Back with ${nameOf(handoff.fromOwnerId, owners)}.`;
}

export const nameOf = (ownerId: string | undefined, owners: readonly Owner[]): string =>
  owners.find((owner) => owner.ownerId === ownerId)?.name ?? 'Nobody is assigned';

/** The day a close date stands for in the portal's zone; HubSpot keeps an instant. */
function dayOf(value: string, zone: string): string | null {
  const at = /^\d+$/.test(value) ? Number(value) : Date.parse(value);
  return value === '' || Number.isNaN(at) ? null : localDate(at, zone);
}
