import { SHIPPED_DEFINITIONS } from '../../src/adapters/hubspot/shipped-definitions.ts';
import { portalId, recordId } from '../../src/domain/values/ids.ts';
import { HOUR_MS, MINUTE_MS } from '../../src/domain/values/instant.ts';
import { fillInForm as fillInFormOf } from '../../src/sandbox/fill-in-form.ts';
import { contactType } from '../../src/sandbox/object-types.ts';
import { seededRandom } from '../../src/sandbox/random.ts';
import type { CrmRecord } from '../../src/sandbox/record-table.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { Database } from '../../src/store/database.ts';
import { storeDelivery } from '../../src/store/inbox-store.ts';
import { readHandoffCard, readLeadCard } from '../../src/usecases/read-cards.ts';
import { type Click, respondToHandoff } from '../../src/usecases/respond-to-handoff.ts';
import { backendFor, type TestBackend, type VirtualTime } from './backend.ts';
import { createAsApp } from './new-portal.ts';
import { webhookTarget } from './webhook-target.ts';

/** A Monday, 10:00 in Berlin. */
export const START = Date.UTC(2026, 5, 29, 8);
export const CLIENT_SECRET = 'the secret of the app';
export const SDR = { ownerId: '21', userId: '1000021' };
export const OTHER_SDR = { ownerId: '22', userId: '1000022' };
export const AE = { ownerId: '31', userId: '1000031' };

export interface World extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly backend: TestBackend;
  readonly time: VirtualTime;
  readonly contact: CrmRecord;
}

let nextPortal = 5_000;

/** A live portal with one lead, two SDRs and an AE, in virtual time. */
export async function livePortal(database: Database, more: Partial<SandboxOptions> = {}): Promise<World> {
  const id = portalId(String((nextPortal += 1)));
  const time = { now: START };
  const stack = new AsyncDisposableStack();
  const target = stack.use(
    await webhookTarget(async ({ body }) => {
      await database.inPortal(id, (tx) => storeDelivery(tx, id, body, time.now));
      return 204;
    }),
  );
  const sandbox = stack.use(
    await startSandbox({
      token: 't',
      clientSecret: CLIENT_SECRET,
      portalId: id,
      now: () => time.now,
      timeZone: 'Europe/Berlin',
      callsPerTenSeconds: 1_000_000,
      switches: { searchLagMs: 0 },
      webhooks: { targetUrl: target.url, retryPauseMs: 1 },
      ...more,
    }),
  );
  for (const [owner, team] of [
    [SDR, 'Inbound'],
    [OTHER_SDR, 'Inbound'],
    [AE, 'Field'],
  ] as const) {
    sandbox.portal.owners.put({
      id: owner.ownerId,
      email: `${owner.ownerId}@own.example`,
      firstName: 'Owner',
      lastName: owner.ownerId,
      team,
      archived: false,
    });
  }
  const contact = createAsApp(
    sandbox.portal,
    contactType,
    { email: 'kim@buyer.example', company: 'Buyer', lifecyclestage: 'lead' },
    time.now - HOUR_MS,
  );
  const settings = { L2R_MODE: 'live', L2R_POOL_SDR: '21,22', L2R_POOL_AE: '31' };
  const backend = await backendFor(database, sandbox, { token: 't', time, random: seededRandom(1), settings });
  await backend.work.sweep(id, () => {});
  await settleDown({ sandbox, backend });
  const parts = stack.move();
  return { sandbox, backend, time, contact, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}

/** Webhooks delivered, decided, written, and what came back of it worked on too. */
export async function settleDown({ sandbox, backend }: Pick<World, 'sandbox' | 'backend'>): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await sandbox.webhooks.idle();
    await backend.untilDone(() => backend.work.decide(backend.portalId, () => Promise.resolve()));
    await backend.writeAll();
  }
}

export const fillInForm = ({ sandbox, contact }: World, form: string): void =>
  fillInFormOf(sandbox.portal, contact, form);

export async function raisedHand(here: World): Promise<void> {
  fillInForm(here, 'Website: Request a demo');
  here.time.now += MINUTE_MS;
  await here.backend.untilDone(() => here.backend.work.tick(here.backend.portalId));
  await settleDown(here);
}

export const leadCard = ({ backend, contact }: World, userId = SDR.userId) =>
  readLeadCard(backend.portalId, recordId(contact.id), userId, backend.core);
export const handoffCard = ({ backend }: World, dealId: string, userId = AE.userId) =>
  readHandoffCard(backend.portalId, recordId(dealId), userId, backend.core);

/** Everything that the shipped stages ask for and a person may go on without. */
export const DESPITE = [
  ...(SHIPPED_DEFINITIONS.stages.MAL?.entry ?? []).map(({ id }) => `entry.${id}`),
  ...(SHIPPED_DEFINITIONS.qualification?.answers ?? []).map(({ id }) => `answer.${id}`),
];

let keys = 0;
/** Whoever accepts does so all the same, unless the click says what was seen as missing. */
export const respond = ({ backend }: World, handoffId: string | undefined, click: Click, userId: string) =>
  respondToHandoff(
    backend.portalId,
    {
      handoffId: handoffId ?? '',
      recordId: handoffId?.split('-')[1] ?? '',
      userId,
      key: `key-${(keys += 1)}`,
      click: click.action === 'accept_lead' || click.action === 'accept_deal' ? { despite: DESPITE, ...click } : click,
    },
    backend.core,
  );

export const valuesOf = (record: CrmRecord) => Object.fromEntries(record.values);
export const recordsOf = ({ sandbox }: World, type: string) =>
  sandbox.portal.table(type).page({ limit: 100, archived: false }).records;
