import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDefinitionWork } from '../../src/compose/definition-work.ts';
import { recordId } from '../../src/domain/values/ids.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/domain/values/instant.ts';
import { bookMeeting } from '../../src/sandbox/book-meeting.ts';
import { contactType, dealType, taskType } from '../../src/sandbox/object-types.ts';
import type { CrmRecord } from '../../src/sandbox/record-table.ts';
import type { Database } from '../../src/store/database.ts';
import { aCompany, accountCard, belongsTo, click, FITTING, minute, showIntent } from '../support/account-portal.ts';
import {
  AE,
  handoffCard,
  leadCard,
  livePortal,
  OTHER_SDR,
  raisedHand,
  recordsOf,
  SDR,
  settleDown,
  valuesOf,
  type World,
} from '../support/live-portal.ts';
import { createAsApp } from '../support/new-portal.ts';
import { serverStore } from '../support/stores.ts';

const tasksOf = (here: World) => recordsOf(here, taskType).map(valuesOf);

/** An account with one person that has just been offered. */
async function offeredAccount(here: World) {
  const company = aCompany(here);
  belongsTo(here, here.contact, company);
  await minute(here);
  await showIntent(here, company);
  const { handoff } = await accountCard(here, company);
  if (!handoff) throw new Error('The account was not offered.');
  return { company, handoffId: handoff.handoffId };
}

describe('the offer of an account', () => {
  let database: Database;
  const store = serverStore();
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('is over when one of its people responds, who is worked as usual', async () => {
    await using here = await livePortal(database);
    const { company } = await offeredAccount(here);
    await raisedHand(here);
    expect((await leadCard(here)).priority?.id).toBe('P1');
    expect(await accountCard(here, company)).toMatchObject({
      handoff: { state: 'accepted', reason: 'One of its people responded', clock: { state: 'met' } },
      accept: { allowed: false },
    });
    expect(tasksOf(here).find((task) => task['hs_task_subject']?.startsWith('P3'))).toMatchObject({
      hs_task_status: 'COMPLETED',
    });
  });

  it('is not made while one of its people is being worked', async () => {
    await using here = await livePortal(database);
    const company = aCompany(here);
    belongsTo(here, here.contact, company);
    await raisedHand(here);
    await showIntent(here, company);
    expect(await accountCard(here, company)).toMatchObject({ account: { stage: { id: 'IN_MARKET' } }, handoff: null });
  });

  it('accepting stops the clock; of two who click at once the second reads who was first', async () => {
    await using here = await livePortal(database);
    const { company, handoffId } = await offeredAccount(here);
    here.time.now += HOUR_MS;
    expect(await click(here, company, { action: 'accept', handoffId })).toBeUndefined();
    expect(await click(here, company, { action: 'decline', handoffId, reason: 'not_now' }, OTHER_SDR.userId)).toEqual({
      kind: 'conflict',
      why: 'Owner 21 has already accepted this.',
    });
    await settleDown(here);
    expect(await accountCard(here, company)).toMatchObject({
      handoff: { state: 'accepted', decidedBy: 'Owner 21', clock: { stoppedAt: here.time.now, state: 'met' } },
      start: { allowed: true },
    });
    expect(tasksOf(here)).toMatchObject([{ hs_task_status: 'COMPLETED' }]);
  });

  it('declined with a reason it is left in peace for its pause, and comes back when it still shows intent', async () => {
    await using here = await livePortal(database);
    const { company, handoffId } = await offeredAccount(here);
    expect(await click(here, company, { action: 'decline', handoffId, reason: 'nonsense' })).toMatchObject({
      kind: 'invalid',
    });
    expect(await click(here, company, { action: 'decline', handoffId, reason: 'not_now' }, AE.userId)).toMatchObject({
      kind: 'forbidden',
    });
    await click(here, company, { action: 'decline', handoffId, reason: 'not_now' });
    here.time.now += 28 * DAY_MS;
    await showIntent(here, company, { topic: 'pricing' });
    expect(await accountCard(here, company)).toMatchObject({
      handoff: { handoffId, state: 'rejected', reason: 'Not now' },
      nextStep: expect.stringContaining('not offered again before 2026-07-29') as string,
    });
    here.time.now += 2 * DAY_MS;
    await minute(here);
    const again = (await accountCard(here, company)).handoff;
    expect(again).toMatchObject({ state: 'offered', offeredTo: { ownerId: OTHER_SDR.ownerId } });
    expect(again?.handoffId).not.toBe(handoffId);
  });

  it('a journey starts with the person who is chosen, once HubSpot has taken it, and never as an AQL', async () => {
    await using here = await livePortal(database);
    const { company, handoffId } = await offeredAccount(here);
    here.time.now += MINUTE_MS;
    const clickedAt = here.time.now;
    const contactId = recordId(here.contact.id);
    const other = createAsApp(here.sandbox.portal, contactType, { email: 'lee@else.example' }, here.time.now);
    await settleDown(here);
    expect(await click(here, company, { action: 'start', handoffId, contactId: recordId(other.id) })).toMatchObject({
      kind: 'invalid',
    });
    expect((await click(here, company, { action: 'start', handoffId, contactId, despite: [] }))?.why).toMatch(
      /^This stage asks for what is missing: The contact is real – /,
    );
    expect(await click(here, company, { action: 'start', handoffId, contactId })).toBeUndefined();
    expect((await accountCard(here, company)).handoff?.state).toBe('pending');
    here.time.now += MINUTE_MS;
    await settleDown(here);
    expect(await accountCard(here, company)).toMatchObject({
      handoff: { state: 'accepted', decidedAt: clickedAt, decidedBy: 'Owner 21' },
      start: { allowed: false },
      account: { people: [{ contactId, stage: 'Marketing accepted lead', isWorked: true }] },
    });
    const { journey } = await leadCard(here);
    expect(journey?.stage).toMatchObject({ id: 'MAL', enteredAt: clickedAt });
    expect(journey?.path.find(({ id }) => id === 'AQL')?.state).toBe('skipped');
    expect(valuesOf(here.contact)).toMatchObject({
      hubspot_owner_id: SDR.ownerId,
      hs_lead_status: 'IN_PROGRESS',
      lifecyclestage: 'lead',
    });

    bookMeeting(here.sandbox.portal, here.contact, 1);
    await settleDown(here);
    const [deal] = recordsOf(here, dealType) as [CrmRecord];
    expect((await handoffCard(here, deal.id)).handoff).toMatchObject({
      state: 'offered',
      offeredFrom: { ownerId: SDR.ownerId },
    });
  });

  it('is offered again with HubSpot’s reason when HubSpot does not take the person', async () => {
    await using here = await livePortal(database);
    const { company, handoffId } = await offeredAccount(here);
    await click(here, company, { action: 'start', handoffId, contactId: recordId(here.contact.id) });
    here.sandbox.webhooks.setTarget(undefined);
    here.sandbox.portal.archive(here.contact, { at: here.time.now, sourceType: 'CRM_UI', sourceId: 'userId:5' });
    await settleDown(here);
    expect((await accountCard(here, company)).handoff).toMatchObject({
      state: 'offered',
      refusal: 'The contact no longer exists in HubSpot.',
    });
  });

  it('nobody in time: the owner is told again, and one who leaves hands it to the next', async () => {
    await using here = await livePortal(database);
    const { company } = await offeredAccount(here);
    here.time.now += 3 * DAY_MS;
    await minute(here);
    expect((await accountCard(here, company)).handoff?.clock?.state).toBe('missed');
    expect(tasksOf(here).map((task) => task['hs_task_subject'])).toContain('Late: P3 account without an answer');
    const { owners } = here.sandbox.portal;
    const leaving = owners.get(SDR.ownerId);
    if (leaving) owners.put({ ...leaving, archived: true });
    await minute(here);
    await minute(here);
    expect((await accountCard(here, company)).handoff?.offeredTo?.ownerId).toBe(OTHER_SDR.ownerId);
    expect(tasksOf(here).find((task) => task['hs_task_subject']?.startsWith('P3'))).toMatchObject({
      hubspot_owner_id: OTHER_SDR.ownerId,
    });
  });

  it('lower bars offer nobody by themselves, only what shows intent afterwards', async () => {
    await using here = await livePortal(database);
    const [quiet, loud] = [aCompany(here), aCompany(here, { ...FITTING, name: 'Louder' })];
    for (const company of [quiet, loud]) await showIntent(here, company, { strength: 300 });
    here.time.now += 2 * HOUR_MS;
    const work = createDefinitionWork(here.backend.core, here.backend.portalId);
    const definitions = structuredClone(await work.inForce());
    if (definitions.accounts) definitions.accounts.inMarketFrom = 5;
    const next = { ...definitions, version: definitions.version + 1 };
    await work.keep(next);
    await work.publish({ version: next.version, publishedBy: 'Test', why: 'to see what happens' });
    await minute(here);
    expect(await accountCard(here, quiet)).toMatchObject({ account: { stage: { id: 'IN_MARKET' } }, handoff: null });
    await showIntent(here, loud, { strength: 100 });
    await minute(here);
    expect((await accountCard(here, loud)).handoff?.state).toBe('offered');
    expect((await accountCard(here, quiet)).handoff).toBeNull();
  });
});
