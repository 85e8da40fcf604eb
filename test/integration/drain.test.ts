import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordMapping } from '../../src/adapters/hubspot/mapping.ts';
import { stageIn } from '../../src/domain/journey/standing.ts';
import { portalId, recordId } from '../../src/domain/values/ids.ts';
import { DAY_MS, HOUR_MS } from '../../src/domain/values/instant.ts';
import { linkRecords } from '../../src/sandbox/link-records.ts';
import { loadFolder } from '../../src/sandbox/load-folder.ts';
import { mergeRecords } from '../../src/sandbox/merge-records.ts';
import { contactType, dealType } from '../../src/sandbox/object-types.ts';
import { seededRandom } from '../../src/sandbox/random.ts';
import type { CrmRecord, Origin } from '../../src/sandbox/record-table.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { generatePortal } from '../../src/sandbox/seed/generate-portal.ts';
import type { PortalFolder } from '../../src/sandbox/seed/portal-folder.ts';
import type { Switches } from '../../src/sandbox/switches.ts';
import type { Database } from '../../src/store/database.ts';
import { loadAssessments } from '../../src/store/assessment-store.ts';
import { loadStageFigures } from '../../src/store/edition-store.ts';
import { loadDeals, loadFunnelJourneys } from '../../src/store/funnel-store.ts';
import { storeDelivery } from '../../src/store/inbox-store.ts';
import { backendFor, type TestBackend, type VirtualTime } from '../support/backend.ts';
import { createAsApp, updateAsPerson } from '../support/new-portal.ts';
import { readFiles } from '../support/portal-folder.ts';
import { serverStore } from '../support/stores.ts';
import { webhookTarget } from '../support/webhook-target.ts';

const START = Date.UTC(2026, 5, 30);

/** Every behaviour HubSpot leaves open, answered the other way than by default. */
const OTHER_WAY: Switches = {
  batchUpdate: 'all-or-nothing',
  traceIdsInResults: false,
  resultOrder: 'reversed',
  searchLagMs: 0,
  neqMatchesEmpty: false,
  notInMatchesEmpty: true,
  queryMatches: 'word',
  webhookDates: 'iso',
  workflowSignature: 'v2-and-v3',
  lifecycleBackward: 'refused',
  customObjects: false,
  lists: false,
  deletedLists: 'told',
  noAssociations: 'omitted',
  closeDateOnClosing: 'kept',
  firstCompanyIsPrimary: false,
  mergedContactId: 'new',
  historyVersions: 'limited',
  reuseEventIds: true,
};
/** Those of them that change what our reads and writes are answered; the others are tried all at once. */
const ANSWERS = [
  'batchUpdate',
  'traceIdsInResults',
  'resultOrder',
  'customObjects',
  'noAssociations',
  'mergedContactId',
  'historyVersions',
  'webhookDates',
  'reuseEventIds',
] as const satisfies readonly (keyof Switches)[];

const CASES: [string, Partial<Switches>][] = [
  ['HubSpot as we think it is', {}],
  ['all of it the other way, with custom objects', { ...OTHER_WAY, customObjects: true }],
  ...ANSWERS.map((name): [string, Partial<Switches>] => [
    `${name}: ${String(OTHER_WAY[name])}`,
    { [name]: OTHER_WAY[name] },
  ]),
];

const FAULTS = {
  rateLimited: 0.06,
  serverError: 0.06,
  badGateway: 0.06,
  unavailable: 0.06,
  cutBefore: 0.06,
  cutAfter: 0.06,
  droppedRows: 0.1,
};

interface World {
  readonly sandbox: Sandbox;
  readonly backend: TestBackend;
  readonly time: VirtualTime;
}

describe('what stands on the records in the end is what the model says, with', () => {
  let database: Database;
  let folder: PortalFolder;
  const store = serverStore();

  beforeAll(async () => {
    database = await store.open();
    folder = await readFiles(generatePortal({ seed: 19, days: 120, endAt: START, contacts: 80, companies: 10 }));
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it.each(CASES)('%s', async (_name, switches) => {
    const seed = CASES.findIndex(([, each]) => each === switches) + 1;
    const id = portalId(String(4_000 + seed));
    const time = { now: START };
    await using target = await webhookTarget(async ({ body }) => {
      await database.inPortal(id, (tx) => storeDelivery(tx, id, body, time.now));
      return 204;
    });
    await using sandbox = await startSandbox({
      token: 't',
      clientSecret: 's',
      portalId: id,
      now: () => time.now,
      seed,
      switches,
      callsPerTenSeconds: 1_000_000,
      webhooks: {
        targetUrl: target.url,
        retryPauseMs: 1,
        delayMs: 20,
        rates: { duplicated: 0.2, reordered: 0.2, delayed: 0.2 },
      },
    });
    loadFolder(sandbox.portal, folder);
    const backend = await backendFor(database, sandbox, { token: 't', time, random: seededRandom(seed) });
    const world = { sandbox, backend, time };

    sandbox.faults.set(FAULTS);
    await backend.untilDone(() => backend.work.sweep(id, () => {}));
    await backend.work.timetable(id);
    await backend.writeAll();

    const later = live(world);
    sandbox.faults.set({ ...FAULTS, failingIds: later.refused.map((record) => record.id) });
    await workOnWebhooks(world);
    sandbox.faults.set(FAULTS);
    change(world, later);
    await workOnWebhooks(world);
    loseWebhooks(world);
    await backend.untilDone(() => backend.work.sweep(id, () => {}));
    await backend.writeAll();

    await expectWritten(database, world);
    const { calls, faults } = sandbox.state();
    expect(calls).toMatchObject({ numbered: 0, unknown: 0 });
    const struck = Object.values(faults.injected).reduce((sum, count) => sum + count, 0);
    expect(struck).toBeGreaterThan(5);
  });
});

async function workOnWebhooks({ sandbox, backend }: World): Promise<void> {
  await sandbox.webhooks.idle();
  await backend.untilDone(() => backend.work.decide(backend.portalId, () => Promise.resolve()));
  await backend.writeAll();
}

// ---------------------------------------------------------------- what people do in the portal

const person = (time: VirtualTime): Origin => ({
  at: (time.now += HOUR_MS),
  sourceType: 'CRM_UI',
  sourceId: 'userId:5',
});

/** Records that something more happens to once they were written to. */
interface Later {
  /** HubSpot refuses to write these two for a while. */
  readonly refused: readonly CrmRecord[];
  readonly lost: CrmRecord;
  readonly survivor: CrmRecord;
}

/** Everything that can happen to records with a journey. */
function live({ sandbox: { portal }, time }: World): Later {
  const some = (type: string) => portal.table(type).page({ limit: 100, archived: false }).records;
  const contacts = some(contactType);
  const deals = some(dealType);
  const contact = taking(contacts);
  const deal = taking(deals);
  const edit = (record: CrmRecord, values: Record<string, string>) =>
    updateAsPerson(portal, record, values, person(time).at);
  const link = (from: CrmRecord, to: CrmRecord) =>
    linkRecords(portal, from, to, portal.associationTypes.labelled(from.typeId, to.typeId, null), person(time));

  const [failingContact, failingDeal] = [contact(), deal()];
  edit(failingContact, { hs_lead_status: 'BAD_TIMING' });
  edit(failingDeal, { dealstage: 'closedlost' });

  const busy = contact();
  for (let turn = 0; turn < 25; turn += 1) {
    edit(busy, { hs_lead_status: 'BAD_TIMING' });
    edit(busy, { hs_lead_status: 'OPEN' });
  }
  const buyer = createAsApp(
    portal,
    contactType,
    { email: 'new@buyer.example', lifecyclestage: 'lead' },
    person(time).at,
  );
  const bought = createAsApp(portal, dealType, { dealname: 'New', dealstage: 'qualifiedtobuy' }, person(time).at);
  link(bought, buyer);
  edit(bought, { dealstage: 'closedwon', amount: '1200.50' });
  edit(bought, { amount: '900' });
  edit(deal(), { dealstage: 'closedwon' });
  const reopened = deal();
  edit(reopened, { dealstage: 'closedwon' });
  edit(reopened, { dealstage: 'qualifiedtobuy' });

  const [gone, back] = [contact(), deal()];
  portal.archive(gone, person(time));
  portal.archive(back, person(time));
  edit(contact(), { lifecyclestage: 'salesqualifiedlead' });
  portal.restore(back, person(time));
  mergeRecords(portal, contact(), contact(), person(time));
  const lost = deal();
  edit(lost, { dealstage: 'closedlost' });
  return { refused: [failingContact, failingDeal], lost, survivor: deal() };
}

/** Each record once, those whose journey has come furthest first. */
function taking(records: readonly CrmRecord[]): () => CrmRecord {
  const left = [...records].sort((a, b) => b.versions.size - a.versions.size || (a.id < b.id ? -1 : 1));
  return () => {
    const next = left.shift();
    if (!next) throw new Error('The portal has too few records for this story.');
    return next;
  };
}

function change({ sandbox: { portal }, time }: World, { refused, lost, survivor }: Later): void {
  for (const record of refused) {
    const values = record.typeId === dealType ? { dealstage: 'contractsent' } : { hs_lead_status: 'OPEN' };
    updateAsPerson(portal, record, values, person(time).at);
  }
  // The survivor takes over what we wrote on the deal that was lost, though it is not.
  mergeRecords(portal, survivor, lost, person(time));
  expect([...survivor.values.keys()]).toContain('l2r_date_entered_lost');
}

/** What no webhook tells is found by the sweep. */
function loseWebhooks({ sandbox: { portal, webhooks }, time }: World): void {
  webhooks.setTarget(undefined);
  time.now += DAY_MS;
  const [first, second, third] = portal.table(contactType).page({ limit: 3, archived: false }).records;
  const [deal] = portal.table(dealType).page({ limit: 1, archived: false }).records;
  const [restored] = portal.table(contactType).page({ limit: 1, archived: true }).records;
  if (!first || !second || !third || !deal || !restored) throw new Error('The portal has too few records.');
  updateAsPerson(portal, first, { lifecyclestage: 'salesqualifiedlead' }, person(time).at);
  portal.archive(second, person(time));
  portal.restore(restored, person(time));
  const kind = portal.associationTypes.labelled(dealType, contactType, null);
  linkRecords(portal, deal, third, kind, person(time));
  createAsApp(portal, contactType, { email: 'unheard@lead.example', lifecyclestage: 'lead' }, person(time).at);
}

// ---------------------------------------------------------------- what should stand there

async function expectWritten(database: Database, { sandbox, backend: { portalId: id } }: World): Promise<void> {
  const ids = [...written(sandbox, contactType).keys()].map(recordId);
  const { journeys, deals, figuresOf, metrics, assessments } = await database.inPortal(id, async (tx) => ({
    assessments: await loadAssessments(tx, id, ids),
    journeys: await loadFunnelJourneys(tx, id),
    deals: await loadDeals(tx, id),
    figuresOf: await loadStageFigures(tx, id),
    metrics: await tx.query<{ id: string; desired: Record<string, string> }>(
      "select object_id as id, desired from outbox where portal_id = $1 and object_type = 'funnel_metric'",
      [id],
    ),
  }));
  const journeysOf = Map.groupBy(journeys, (journey) => String(journey.contactId));
  const dealsOf = new Map(deals.map((deal) => [deal.dealId, deal]));

  const contacts = written(sandbox, contactType);
  const expected = [...contacts.keys()].map((contact) => {
    const own = journeysOf.get(contact) ?? [];
    const last = own.at(-1);
    const stage = last && stageIn(last.visits);
    const values = recordMapping.contact(
      own,
      stage && figuresOf(last.channel, stage.milestone),
      undefined,
      assessments.get(recordId(contact)),
    );
    return [contact, spelled(values)] as const;
  });
  expect(Object.fromEntries(contacts)).toEqual(Object.fromEntries(expected));
  expect(contacts.size).toBeGreaterThan(40);

  const own = written(sandbox, dealType);
  const said = [...own.keys()].map(
    (deal) => [deal, spelled(recordMapping.deal(dealsOf.get(deal)?.visits ?? []))] as const,
  );
  expect(Object.fromEntries(own)).toEqual(Object.fromEntries(said));

  expect(metrics.rows.length > 0).toBe(sandbox.portal.setup.switches.customObjects);
  if (metrics.rows.length === 0) return;
  const cells = [...written(sandbox, sandbox.portal.typeId('l2r_funnel_metric')).values()];
  const byKey = new Map(cells.map(({ l2r_metric_key, ...values }) => [l2r_metric_key, values]));
  expect(Object.fromEntries(byKey)).toEqual(
    Object.fromEntries(metrics.rows.map((row) => [row.id, spelled(row.desired)])),
  );
}

/** Our values on the records of a type that are there. */
function written({ portal }: Sandbox, typeId: string): Map<string, Record<string, string>> {
  const { records } = portal.table(typeId).page({ limit: Number.MAX_SAFE_INTEGER, archived: false });
  return new Map(records.map(({ id, values }) => [id, spelled(Object.fromEntries(values))]));
}

/** Our properties alone; HubSpot keeps what a date or a number says, not how it was written. */
const spelled = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith('l2r_'))
      .map(([name, value]) => [name, spelling(value)]),
  );

function spelling(value: string): string {
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value).toISOString();
  return /^-?\d+(\.\d+)?$/.test(value) ? String(Number(value)) : value;
}
