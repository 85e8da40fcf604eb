import { standardTypes } from './object-types.ts';
import type { Portal } from './portal.ts';
import type { Origin } from './record-table.ts';
import { seededRandom } from './random.ts';
import type { Sandbox } from './sandbox.ts';
import { type Move, nextMove, type PortalView, type ViewedRecord } from './seed/next-move.ts';
import { planCreate, planUpdate } from './write-record.ts';

export interface LifeOptions {
  readonly seed: number;
  /** Time between two changes, in milliseconds. */
  readonly paceMs: number;
}

/** Lets people work in the portal: at each beat somebody makes the next believable change, and its webhooks go out. */
export function startLife({ portal }: Sandbox, { seed, paceMs }: LifeOptions): Disposable {
  const random = seededRandom(seed);
  const timer = setInterval(() => {
    const at = portal.setup.now();
    apply(portal, nextMove(viewOf(portal), random, at), { at, sourceType: 'CRM_UI', sourceId: 'userId:1' });
  }, paceMs);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

function apply(portal: Portal, move: Move, origin: Origin): void {
  const writer = { origin, byApp: false };
  if (move.kind === 'update') {
    const record = portal.table(standardTypes[move.type]).get(move.id);
    if (record) planUpdate(portal, record, move.properties, writer).apply();
    return;
  }
  const typeId = standardTypes[move.type];
  const links = move.associations.map(({ toType, toId }) => {
    const to = { typeId: standardTypes[toType], id: toId };
    return { to, kind: portal.associationTypes.labelled(typeId, to.typeId, null) };
  });
  planCreate(portal, typeId, move.properties, links, writer).apply();
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
