import { followUp } from '../domain/handoff/follow-up.ts';
import type { FollowUp } from '../domain/handoff/work.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import { mapDealStages } from '../domain/journey/deal-stage.ts';
import type { RecordKey } from '../domain/journey/fact.ts';
import { stageIn } from '../domain/journey/standing.ts';
import { recordId } from '../domain/values/ids.ts';
import { decidePeople } from './decide-people.ts';
import type {
  Clock,
  DealState,
  Neighborhood,
  OutgoingRecord,
  PersonState,
  PortalSettings,
  PortalTransaction,
  RecordMapping,
} from './ports.ts';

/** Outbox lanes, most valuable first. */
export const OUTBOX_LANE = { live: 10, background: 20, edition: 30 } as const;

export interface DecideNeeds {
  readonly mapping: RecordMapping;
  readonly clock: Clock;
}

interface Decided {
  readonly people: readonly PersonState[];
  readonly deals: readonly DealState[];
}

/** Decides anew for everybody the touched records concern, does what the rules of work ask for, and stores state and outgoing work. */
export async function decideAndSave(
  tx: PortalTransaction,
  touched: readonly RecordKey[],
  needs: DecideNeeds,
): Promise<void> {
  const settings = await tx.settings();
  const near = await tx.neighborhood(touched);
  const decided = decidePeople(near, settings);
  const follow = await workToDo(tx, near, decided, settings, needs);
  if (follow) await tx.saveFollowUp(follow, needs.clock(), settings.definitions.version);
  if (follow && follow.decisions.length > 0) await decideAgain(tx, touched, needs);
  else await save(tx, near, decided, settings, needs);
}

/** The same without offering any work: what the history says is stored anew, and nobody is bothered. */
export async function decideAgain(
  tx: PortalTransaction,
  touched: readonly RecordKey[],
  needs: DecideNeeds,
): Promise<void> {
  const settings = await tx.settings();
  const near = await tx.neighborhood(touched);
  await save(tx, near, decidePeople(near, settings), settings, needs);
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
  await tx.enqueue(await outgoing(tx, decided, handoffs, needs.mapping), needs.clock());
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
  settings: PortalSettings,
  needs: DecideNeeds,
): Promise<FollowUp | undefined> {
  const { liveAt, definitions, timeZone: zone, stages: dealStages } = settings;
  if (liveAt === undefined || definitions.work === undefined) return undefined;
  return followUp(
    people.flatMap((person) => {
      const facts = near.contacts.get(person.contactId)?.facts;
      return facts && person.excluded === undefined ? [{ ...person, facts }] : [];
    }),
    deals
      .filter((deal) => deal.excluded === undefined)
      .map((deal) => {
        const dealId = recordId(deal.dealId);
        return { ...deal, dealId, contactId: deal.originContactId, facts: near.deals.get(dealId)?.facts ?? [] };
      }),
    {
      now: needs.clock(),
      liveAt,
      zone,
      rules: definitions.work,
      dealStages,
      stages: mapDealStages(dealStages, definitions),
      roster: await tx.roster(),
      handoffs: await tx.handoffs(near.affectedContacts, near.affectedDeals),
      gone: new Set(goneOf({ people, deals }).map(({ id }) => id)),
      knownIntents: await tx.dealIntentKeys(near.affectedContacts),
    },
  );
}

async function outgoing(
  tx: PortalTransaction,
  { people, deals }: Decided,
  handoffs: readonly Handoff[],
  mapping: RecordMapping,
): Promise<OutgoingRecord[]> {
  const figuresOf = await tx.stageFigures();
  const contacts = people
    .filter((person) => person.excluded === undefined)
    .map((person) => {
      const last = person.journeys.at(-1);
      const stage = last && stageIn(last.visits);
      const figures = last && stage && figuresOf(last.channel, stage.milestone);
      const lead = handoffs.findLast(({ kind, contactId }) => kind === 'lead' && contactId === person.contactId);
      return {
        type: 'contact',
        id: person.contactId,
        lane: OUTBOX_LANE.live,
        desired: mapping.contact(person.journeys, figures, lead),
      };
    });
  const own = deals
    .filter((deal) => deal.excluded === undefined)
    .map((deal) => {
      const mqo = handoffs.findLast(({ kind, dealId }) => kind === 'mqo' && dealId === deal.dealId);
      return { type: 'deal', id: deal.dealId, lane: OUTBOX_LANE.live, desired: mapping.deal(deal.visits, mqo) };
    });
  return [...contacts, ...own];
}
