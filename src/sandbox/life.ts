import { fillInForm, HAND_RAISING_FORMS } from './fill-in-form.ts';
import { contactType, standardTypes } from './object-types.ts';
import type { Portal } from './portal.ts';
import { seededRandom } from './random.ts';
import type { CrmRecord, Origin } from './record-table.ts';
import type { Sandbox } from './sandbox.ts';
import { type Dice, dice } from './seed/dice.ts';
import { newLead } from './seed/new-lead.ts';
import { type Move, nextMove, type PortalView, type ViewedRecord } from './seed/next-move.ts';
import { planCreate, planUpdate } from './write-record.ts';

export interface LifeOptions {
  readonly seed: number;
  /** Time between two new leads, in milliseconds. */
  readonly leadEveryMs: number;
  /** Time between two stage moves, in milliseconds. */
  readonly moveEveryMs: number;
}

const RAISES_HAND = 1 / 4;

/**
 * Lets people work in the portal: leads come in, about every fourth of them raises a hand shortly after, and contacts and deals move on.
 * What an app has offered to somebody is left for them to decide. Its webhooks go out as they would.
 */
export function startLife({ portal }: Pick<Sandbox, 'portal'>, options: LifeOptions): Disposable {
  const random = seededRandom(options.seed);
  const roll = dice(random);
  const aboutToAsk = new Set<CrmRecord>();
  const leads = setInterval(() => {
    const lead = apply(portal, newLead(viewOf(portal), roll));
    if (lead !== undefined && roll.chance(RAISES_HAND)) aboutToAsk.add(lead);
  }, options.leadEveryMs);
  const moves = setInterval(() => {
    raiseHands(portal, aboutToAsk, roll);
    const move = nextMove(viewOf(portal), random, portal.setup.now());
    if (move !== undefined) apply(portal, move);
  }, options.moveEveryMs);
  return {
    [Symbol.dispose]: () => {
      clearInterval(leads);
      clearInterval(moves);
    },
  };
}

/** Those who have just come in wait for the next time. */
function raiseHands(portal: Portal, aboutToAsk: Set<CrmRecord>, roll: Dice): void {
  for (const contact of aboutToAsk) {
    if (contact.createdAt >= portal.setup.now()) continue;
    aboutToAsk.delete(contact);
    const isThere = portal.table(contactType).get(contact.id) === contact && contact.archivedAt === undefined;
    if (isThere) fillInForm(portal, contact, roll.pick(HAND_RAISING_FORMS));
  }
}

function apply(portal: Portal, move: Move): CrmRecord | undefined {
  const origin: Origin = { at: portal.setup.now(), sourceType: 'CRM_UI', sourceId: 'userId:1' };
  const writer = { origin, byApp: false };
  const typeId = standardTypes[move.type];
  if (move.kind === 'update') {
    const record = portal.table(typeId).get(move.id);
    return record && planUpdate(portal, record, move.properties, writer).apply();
  }
  const links = move.associations.map(({ toType, toId }) => {
    const to = { typeId: standardTypes[toType], id: toId };
    return { to, kind: portal.associationTypes.labelled(typeId, to.typeId, null) };
  });
  return planCreate(portal, typeId, move.properties, links, writer).apply();
}

function viewOf(portal: Portal): PortalView {
  const page = (typeId: string) =>
    portal.table(typeId).page({ limit: Number.POSITIVE_INFINITY, archived: false }).records;
  const viewed = (typeId: string): ViewedRecord[] =>
    page(typeId).map((record) => ({ id: record.id, properties: Object.fromEntries(record.values) }));
  const linked = (fromType: 'contact' | 'deal', toType: 'contact' | 'company') =>
    page(standardTypes[fromType]).flatMap((record) =>
      portal.linked(record, standardTypes[toType]).map((toId) => ({ fromType, fromId: record.id, toType, toId })),
    );
  return {
    contacts: viewed(standardTypes.contact),
    deals: viewed(standardTypes.deal),
    associations: [...linked('contact', 'company'), ...linked('deal', 'contact')],
  };
}
