import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordId } from '../../src/domain/values/ids.ts';
import { DAY_MS, MINUTE_MS } from '../../src/domain/values/instant.ts';
import { mergeRecords } from '../../src/sandbox/merge-records.ts';
import { contactType, taskType } from '../../src/sandbox/object-types.ts';
import type { CrmRecord } from '../../src/sandbox/record-table.ts';
import type { Database } from '../../src/store/database.ts';
import { addHandRaises } from '../../src/store/hand-raise-store.ts';
import { disqualifyLead, reinstateLead } from '../../src/usecases/disqualify.ts';
import { readLeadCard } from '../../src/usecases/read-cards.ts';
import { becomeActive, fittingLead, minute } from '../support/fitting-lead.ts';
import {
  AE,
  leadCard,
  livePortal,
  raisedHand,
  recordsOf,
  respond,
  SDR,
  settleDown,
  valuesOf,
  type World,
} from '../support/live-portal.ts';
import { createAsApp, updateAsPerson } from '../support/new-portal.ts';
import { onServer } from '../support/stores.ts';

let clicks = 0;

/** As the lead's SDR unless told otherwise; HubSpot has not heard of it yet. */
function click(here: World, { reason = 'student', userId = SDR.userId, handoffId = null as string | null } = {}) {
  here.time.now += MINUTE_MS;
  const { portalId, core } = here.backend;
  const contactId = recordId(here.contact.id);
  return disqualifyLead(portalId, { contactId, userId, key: `click-${(clicks += 1)}`, handoffId, reason }, core);
}

async function disqualify(here: World, request: Parameters<typeof click>[1] = {}) {
  const refused = await click(here, request);
  await settleDown(here);
  return refused;
}

async function reinstate(here: World, userId: string, contact: CrmRecord = here.contact, reason = 'mistake') {
  here.time.now += MINUTE_MS;
  const { portalId, core } = here.backend;
  const request = { contactId: recordId(contact.id), userId, key: `click-${(clicks += 1)}`, reason };
  const refused = await reinstateLead(portalId, request, core);
  await settleDown(here);
  return refused;
}

async function raiseHand(here: World, contact: CrmRecord = here.contact): Promise<void> {
  const raise = {
    contactId: recordId(contact.id),
    at: here.time.now,
    reason: 'demo',
    trigger: 'workflow_action',
  } as const;
  const { database } = here.backend.core;
  await database.inPortal(here.backend.portalId, (tx) => addHandRaises(tx, here.backend.portalId, [raise]));
  await minute(here);
}

const ask = async ({ backend }: World, statement: string) =>
  (await backend.core.database.inPortal(backend.portalId, (tx) => tx.query(statement, [backend.portalId]))).rows;
const suppressed = (here: World) =>
  ask(here, 'select contact_id, priority, why from suppressed_aql where portal_id = $1 order by priority');
const give = (here: World, userId: string, role: string) =>
  ask(here, `insert into user_role (portal_id, user_id, role) values ($1, '${userId}', '${role}')`);
const cardOf = ({ backend }: World, { id }: CrmRecord) =>
  readLeadCard(backend.portalId, recordId(id), SDR.userId, backend.core);
const person = ({ time }: World) => ({ at: time.now, sourceType: 'CRM_UI', sourceId: 'userId:1' });
const anew = (here: World, email: string) =>
  createAsApp(here.sandbox.portal, contactType, { email, lifecyclestage: 'lead' }, here.time.now);

onServer((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('ends the offer and its task, and is written with its reason', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    const { handoff } = await leadCard(here);
    expect(await disqualify(here, { handoffId: handoff?.handoffId ?? null })).toBeUndefined();

    const card = await leadCard(here);
    expect(card.handoff).toMatchObject({ state: 'rejected', decidedBy: 'Owner 21', reason: 'Student or researcher' });
    expect(card.journey?.ended?.label).toBe('Disqualified');
    expect(card.disqualified).toMatchObject({ by: 'Owner 21', reason: 'Student or researcher', isByAddress: false });
    expect([card.accept, card.recycle, card.disqualify].map(({ allowed }) => allowed)).toEqual([false, false, false]);
    expect(valuesOf(here.contact)).toMatchObject({
      l2r_stage: 'DISQUALIFIED',
      l2r_disqualified_reason: 'student',
      hs_lead_status: 'UNQUALIFIED',
      l2r_sla_status: 'met',
    });
    expect(recordsOf(here, taskType).map((task) => valuesOf(task)['hs_task_status'])).toEqual(['COMPLETED']);
  });

  it('holds against a raised hand and against any score, and both are listed', async () => {
    await using here = await livePortal(database);
    await fittingLead(here);
    updateAsPerson(here.sandbox.portal, here.contact, { hubspot_owner_id: SDR.ownerId }, here.time.now);
    await minute(here);
    expect(await disqualify(here)).toBeUndefined();
    await becomeActive(here);
    here.time.now += 200 * DAY_MS;
    await becomeActive(here);
    await raiseHand(here);
    expect((await leadCard(here)).handoff).toBeNull();
    expect(await suppressed(here)).toEqual([
      { contact_id: here.contact.id, priority: 'P1', why: 'disqualified' },
      { contact_id: here.contact.id, priority: 'P2', why: 'disqualified' },
    ]);
  });

  it('survives a merge into somebody else', async () => {
    await using here = await livePortal(database);
    await give(here, AE.userId, 'admin');
    await disqualify(here, { userId: AE.userId });
    const other = anew(here, 'kim@private.example');
    await settleDown(here);
    here.time.now += MINUTE_MS;
    mergeRecords(here.sandbox.portal, other, here.contact, person(here));
    await settleDown(here);
    await fittingLead(here, other);
    await becomeActive(here, other);
    await raiseHand(here, other);
    expect(await cardOf(here, other)).toMatchObject({
      handoff: null,
      disqualified: { reason: 'Student or researcher' },
    });
    expect(valuesOf(other)['l2r_disqualified_reason']).toBe('student');
    expect(await suppressed(here)).toMatchObject([
      { contact_id: other.id, priority: 'P1' },
      { contact_id: other.id, priority: 'P2' },
    ]);
  });

  it('survives deletion and a new import under the same address, until somebody reinstates the person', async () => {
    await using here = await livePortal(database);
    await give(here, AE.userId, 'manager');
    await disqualify(here, { userId: AE.userId });
    here.sandbox.portal.archive(here.contact, person(here));
    await settleDown(here);
    here.time.now += DAY_MS;
    const again = anew(here, 'Kim@Buyer.example');
    await settleDown(here);
    await fittingLead(here, again);
    await becomeActive(here, again);
    await raiseHand(here, again);
    expect(await cardOf(here, again)).toMatchObject({
      handoff: null,
      disqualified: { isByAddress: true, reason: null },
    });
    expect(await suppressed(here)).toMatchObject([
      { contact_id: again.id, priority: 'P1', why: 'disqualified' },
      { contact_id: again.id, priority: 'P2', why: 'disqualified' },
    ]);
    const [kept] = await ask(here, 'select email_hash from disqualified_email where portal_id = $1');
    expect(JSON.stringify(kept)).not.toMatch(/kim|buyer/i);

    expect(await reinstate(here, AE.userId, again)).toBeUndefined();
    expect(await ask(here, 'select 1 from disqualified_email where portal_id = $1')).toEqual([]);
    await raiseHand(here, again);
    expect(await cardOf(here, again)).toMatchObject({ priority: { id: 'P1' }, handoff: { state: 'offered' } });
  });

  it('is taken back with a reason, and what happened before is not acted upon', async () => {
    await using here = await livePortal(database);
    await give(here, AE.userId, 'ops');
    await raisedHand(here);
    const { handoff } = await leadCard(here);
    await disqualify(here, { handoffId: handoff?.handoffId ?? null });
    await fittingLead(here);
    await becomeActive(here);
    await raiseHand(here);
    expect(await reinstate(here, SDR.userId)).toMatchObject({ kind: 'forbidden' });
    expect(await reinstate(here, AE.userId, here.contact, 'because')).toMatchObject({ kind: 'invalid' });
    expect(await reinstate(here, AE.userId)).toBeUndefined();
    expect(await reinstate(here, AE.userId)).toMatchObject({ kind: 'conflict' });
    await minute(here);
    expect(await leadCard(here)).toMatchObject({ handoff: { state: 'rejected' }, disqualified: null });
    expect(valuesOf(here.contact)['hs_lead_status'] ?? '').toBe('');
    expect(valuesOf(here.contact)['l2r_disqualified_reason'] ?? '').toBe('');

    updateAsPerson(
      here.sandbox.portal,
      here.contact,
      { hs_analytics_last_url: 'https://own.example/pricing' },
      here.time.now,
    );
    await minute(here);
    expect(await leadCard(here)).toMatchObject({
      priority: { id: 'P2' },
      journey: { attempt: 2, stage: { id: 'AQL' } },
    });
  });

  it('is for those who may, once, and for leads that are no opportunity', async () => {
    await using here = await livePortal(database);
    expect(await disqualify(here)).toMatchObject({ kind: 'forbidden' });
    await raisedHand(here);
    const { handoff } = await leadCard(here);
    const seen = { handoffId: handoff?.handoffId ?? null };
    expect(await disqualify(here, { ...seen, userId: AE.userId })).toMatchObject({ kind: 'forbidden' });
    expect(await disqualify(here, { ...seen, reason: 'bored' })).toMatchObject({ kind: 'invalid' });
    expect(await disqualify(here, { handoffId: 'lead-1-1' })).toMatchObject({ kind: 'conflict' });
    here.time.now += MINUTE_MS;
    await respond(here, handoff?.handoffId, { action: 'accept_lead' }, SDR.userId);
    const waits = expect.stringContaining('waits for HubSpot') as string;
    expect(await click(here, seen)).toMatchObject({ kind: 'conflict', why: waits });
    await settleDown(here);
    expect(await disqualify(here, seen)).toBeUndefined();
    expect(await disqualify(here, seen)).toMatchObject({ kind: 'conflict' });
    expect((await leadCard(here)).handoff?.state).toBe('rejected');
  });
});
