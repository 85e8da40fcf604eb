import { fillInForm, HAND_RAISING_FORMS } from './fill-in-form.ts';
import { isoInstant } from './iso-instant.ts';
import { contactType, standardTypes } from './object-types.ts';
import type { Portal } from './portal.ts';
import { seededRandom } from './random.ts';
import type { CrmRecord, Origin } from './record-table.ts';
import type { Sandbox } from './sandbox.ts';
import { type Dice, dice } from './seed/dice.ts';
import { type Act, courseOf, someAct } from './seed/live-behavior.ts';
import { newLead } from './seed/new-lead.ts';
import { type Move, nextMove, type PortalView, type ViewedRecord } from './seed/next-move.ts';
import { planCreate, planUpdate } from './write-record.ts';

export interface LifeOptions {
  readonly seed: number;
  /** Time between two new leads, in milliseconds. */
  readonly leadEveryMs: number;
  /** Time between two stage moves, in milliseconds. */
  readonly moveEveryMs: number;
  /** Time between two things that people do on the website or with e-mails; default half of `moveEveryMs`. */
  readonly actEveryMs?: number;
}

const RAISES_HAND = 1 / 4;
const IS_TAKEN_WITH_US = 1 / 3;

/**
 * Lets people work in the portal: leads come in, about every fourth of them raises a hand shortly after, and contacts and deals move on.
 * What an app has offered to somebody is left for them to decide. People read pages, click in e-mails and fill in forms; every third new lead
 * does so much within minutes that a score notices. Its webhooks go out as they would.
 */
export function startLife({ portal }: Pick<Sandbox, 'portal'>, options: LifeOptions): Disposable {
  const random = seededRandom(options.seed);
  const roll = dice(random);
  const aboutToAsk = new Set<CrmRecord>();
  const rollActs = dice(seededRandom(options.seed ^ ACTS));
  const courses = new Map<CrmRecord, Act[]>();
  const leads = setInterval(() => {
    const lead = apply(portal, newLead(viewOf(portal), roll));
    if (lead !== undefined && roll.chance(RAISES_HAND)) aboutToAsk.add(lead);
    if (lead !== undefined && rollActs.chance(IS_TAKEN_WITH_US)) courses.set(lead, courseOf(rollActs));
  }, options.leadEveryMs);
  const moves = setInterval(() => {
    raiseHands(portal, aboutToAsk, roll);
    const move = nextMove(viewOf(portal), random, portal.setup.now());
    if (move !== undefined) apply(portal, move);
  }, options.moveEveryMs);
  const acts = setInterval(
    () => {
      doSomething(portal, courses, rollActs);
    },
    options.actEveryMs ?? options.moveEveryMs / 2,
  );
  return {
    [Symbol.dispose]: () => {
      clearInterval(leads);
      clearInterval(moves);
      clearInterval(acts);
    },
  };
}

/** Acts are thrown with dice of their own, so that the same seed moves the same people. */
const ACTS = 0xac7;
const RECENT = 200;

/** Mostly the next step of somebody who is taken with us, else anything by anybody, more often by those who came lately. */
function doSomething(portal: Portal, courses: Map<CrmRecord, Act[]>, roll: Dice): void {
  const [eager, course] = [...courses][0] ?? [];
  const next = eager && course && roll.chance(2 / 3) ? course.shift() : undefined;
  if (eager && course?.length === 0) courses.delete(eager);
  if (eager && next) {
    if (isThere(portal, eager)) act(portal, eager, next);
    return;
  }
  const { records } = portal.table(contactType).page({ limit: Number.POSITIVE_INFINITY, archived: false });
  if (records.length > 0) act(portal, roll.pick(roll.chance(0.5) ? records.slice(-RECENT) : records), someAct(roll));
}

/** @source HubSpot docs: default contact properties, analytics, e-mail and conversion information */
function act(portal: Portal, contact: CrmRecord, what: Act): void {
  if (what.does === 'form') return fillInForm(portal, contact, what.name);
  const at = portal.setup.now();
  const isVisit = what.does === 'visit';
  const values = isVisit
    ? { hs_analytics_last_visit_timestamp: isoInstant(at), hs_analytics_last_url: what.url }
    : { hs_email_last_click_date: isoInstant(at) };
  const origin = { at, sourceType: isVisit ? 'ANALYTICS' : 'EMAIL', sourceId: '' };
  planUpdate(portal, contact, values, { origin, byApp: false }).apply();
}

const isThere = (portal: Portal, contact: CrmRecord): boolean =>
  portal.table(contactType).get(contact.id) === contact && contact.archivedAt === undefined;

/** Those who have just come in wait for the next time. */
function raiseHands(portal: Portal, aboutToAsk: Set<CrmRecord>, roll: Dice): void {
  for (const contact of aboutToAsk) {
    if (contact.createdAt >= portal.setup.now()) continue;
    aboutToAsk.delete(contact);
    if (isThere(portal, contact)) fillInForm(portal, contact, roll.pick(HAND_RAISING_FORMS));
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
