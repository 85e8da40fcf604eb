import { followUp } from '../domain/handoff/follow-up.ts';
import type { FollowUp } from '../domain/handoff/work.ts';
import { isOpen } from '../domain/handoff/disqualify.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import { mapDealStages } from '../domain/journey/deal-stage.ts';
import type { RecordKey } from '../domain/journey/fact.ts';
import { stageIn } from '../domain/journey/standing.ts';
import { disqualificationIn } from '../domain/qualification/barrier.ts';
import { type RecordId, recordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { type Assessed, assessPeople } from './assess-people.ts';
import { decideAccounts } from './decide-accounts.ts';
import { decidePeople } from './decide-people.ts';
import { barredPeople, keepAddresses } from './disqualified-addresses.ts';
import { OUTBOX_LANE } from './outbox-lane.ts';
import type {
  Clock,
  DealState,
  Neighborhood,
  OutgoingRecord,
  PersonAssessment,
  PersonState,
  PortalSettings,
  PortalTransaction,
  RecordMapping,
} from './ports.ts';

export interface DecideNeeds {
  readonly mapping: RecordMapping;
  readonly clock: Clock;
}

interface Decided {
  readonly people: readonly PersonState[];
  readonly deals: readonly DealState[];
}

/**
 * Decides anew for everybody the touched records concern, does what the rules of work ask for, and stores state and outgoing work.
 *
 * @param released  held people who are let through the gate now
 */
export async function decideAndSave(
  tx: PortalTransaction,
  touched: readonly RecordKey[],
  needs: DecideNeeds,
  released: ReadonlySet<RecordId> = new Set(),
): Promise<void> {
  const settings = await tx.settings();
  const near = await tx.neighborhood(touched);
  const decided = decidePeople(near, settings);
  const handoffs = await tx.handoffs(near.affectedContacts, near.affectedDeals);
  const now = needs.clock();
  const before = await tx.assessments(near.affectedContacts);
  await keepAddresses(tx, near, decided.people);
  const barred = await barredPeople(tx, near);
  const assessed = assessPeople(near, decided.people, settings, { now, handoffs, before, released, barred });
  await tx.saveAssessments(assessed.assessments);
  const follow = await workToDo(tx, near, decided, { ...assessed, barred }, handoffs, settings, now);
  if (follow) await tx.saveFollowUp(follow, now, settings.definitions.version);
  if (follow && follow.decisions.length > 0) await storeAnew(tx, touched, settings, needs);
  else await save(tx, near, decided, settings, needs);
  await decideAccounts(tx, near, settings, needs, 'work');
}

/** The same without offering any work: what the history says is stored anew, and nobody is bothered. */
export async function decideAgain(
  tx: PortalTransaction,
  touched: readonly RecordKey[],
  needs: DecideNeeds,
): Promise<void> {
  const settings = await tx.settings();
  const near = await storeAnew(tx, touched, settings, needs);
  await decideAccounts(tx, near, settings, needs, 'store');
}

async function storeAnew(
  tx: PortalTransaction,
  touched: readonly RecordKey[],
  settings: PortalSettings,
  needs: DecideNeeds,
): Promise<Neighborhood> {
  const near = await tx.neighborhood(touched);
  await save(tx, near, decidePeople(near, settings), settings, needs);
  return near;
}

async function save(
  tx: PortalTransaction,
  near: Neighborhood,
  decided: Decided,
  { definitions: { version }, liveAt }: PortalSettings,
  needs: DecideNeeds,
): Promise<void> {
  await tx.saveDeals(decided.deals, version);
  await tx.savePeople(decided.people, version);
  const handoffs = liveAt === undefined ? [] : await tx.handoffs(near.affectedContacts, near.affectedDeals);
  const assessments = await tx.assessments(near.affectedContacts);
  await tx.enqueue(await outgoing(tx, near, decided, handoffs, assessments, needs.mapping), needs.clock());
  await tx.withdraw(goneOf(decided));
}

const goneOf = ({ people, deals }: Decided): RecordKey[] => [
  ...people.flatMap(({ contactId: id, excluded }) =>
    excluded === undefined ? [] : [{ type: 'contact' as const, id }],
  ),
  ...deals.flatMap(({ dealId, excluded }) =>
    excluded === undefined ? [] : [{ type: 'deal' as const, id: recordId(dealId) }],
  ),
];

/** Nothing is acted upon before the portal is live and its history complete: what is still being read is not happening now. */
async function workToDo(
  tx: PortalTransaction,
  near: Neighborhood,
  { people, deals }: Decided,
  { outcomes, suppressed, barred }: Assessed & { readonly barred: ReadonlyMap<RecordId, Instant> },
  handoffs: readonly Handoff[],
  settings: PortalSettings,
  now: Instant,
): Promise<FollowUp | undefined> {
  const { liveAt, definitions, timeZone: zone, stages: dealStages } = settings;
  if (liveAt === undefined || definitions.work === undefined) return undefined;
  const follow = followUp(
    people.flatMap((person) => {
      const facts = near.contacts.get(person.contactId)?.facts;
      return facts && person.excluded === undefined
        ? [{ ...person, facts, outcomes: outcomes.get(person.contactId), barredAt: barred.get(person.contactId) }]
        : [];
    }),
    deals
      .filter((deal) => deal.excluded === undefined)
      .map((deal) => {
        const dealId = recordId(deal.dealId);
        return { ...deal, dealId, contactId: deal.originContactId, facts: near.deals.get(dealId)?.facts ?? [] };
      }),
    {
      now,
      liveAt,
      zone,
      rules: definitions.work,
      gates: definitions.qualification?.gates ?? [],
      dealStages,
      stages: mapDealStages(dealStages, definitions),
      roster: await tx.roster(),
      handoffs,
      gone: new Set(goneOf({ people, deals }).map(({ id }) => id)),
      questions: definitions.qualification?.answers ?? [],
      knownIntents: await tx.dealIntentKeys(near.affectedContacts),
    },
  );
  return { ...follow, suppressed: [...suppressed, ...(follow.suppressed ?? [])] };
}

async function outgoing(
  tx: PortalTransaction,
  near: Neighborhood,
  { people, deals }: Decided,
  handoffs: readonly Handoff[],
  assessments: ReadonlyMap<RecordId, PersonAssessment>,
  mapping: RecordMapping,
): Promise<OutgoingRecord[]> {
  const figuresOf = await tx.stageFigures();
  const contacts = people
    .filter((person) => person.excluded === undefined)
    .map((person) => {
      const last = person.journeys.at(-1);
      const stage = last && stageIn(last.visits);
      const figures = last && stage && figuresOf(last.channel, stage.milestone);
      const disqualified = disqualificationIn(near.contacts.get(person.contactId)?.facts ?? [])?.decidedBy?.reason;
      const lead = handoffs.findLast(({ kind, contactId }) => kind === 'lead' && contactId === person.contactId);
      return {
        type: 'contact',
        id: person.contactId,
        lane: laneOf(lead),
        desired: mapping.contact(person.journeys, figures, lead, assessments.get(person.contactId), disqualified),
      };
    });
  const own = deals
    .filter((deal) => deal.excluded === undefined)
    .map((deal) => {
      const mqo = handoffs.findLast(({ kind, dealId }) => kind === 'mqo' && dealId === deal.dealId);
      return { type: 'deal', id: deal.dealId, lane: laneOf(mqo), desired: mapping.deal(deal.visits, mqo) };
    });
  return [...contacts, ...own];
}

const laneOf = (offer: Handoff | undefined): number =>
  offer && isOpen(offer) ? OUTBOX_LANE.offered : OUTBOX_LANE.live;
