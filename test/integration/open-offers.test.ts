import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordId } from '../../src/domain/values/ids.ts';
import { localDate } from '../../src/domain/values/calendar.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS, toIso } from '../../src/domain/values/instant.ts';
import { mergeRecords } from '../../src/sandbox/merge-records.ts';
import { contactType, dealType, taskType } from '../../src/sandbox/object-types.ts';
import type { CrmRecord } from '../../src/sandbox/record-table.ts';
import type { Database } from '../../src/store/database.ts';
import type { Click } from '../../src/usecases/respond-to-handoff.ts';
import {
  AE,
  fillInForm,
  handoffCard,
  leadCard,
  livePortal,
  OTHER_SDR,
  raisedHand,
  recordsOf,
  respond,
  SDR,
  settleDown,
  START,
  valuesOf,
} from '../support/live-portal.ts';
import { createAsApp, updateAsPerson } from '../support/new-portal.ts';
import { onServer } from '../support/stores.ts';

onServer((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('gives way to a person who was faster', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    const { handoff } = await leadCard(here);
    await respond(here, handoff?.handoffId, { action: 'recycle_lead', reason: 'timing' }, SDR.userId);
    here.sandbox.webhooks.setTarget(undefined);
    updateAsPerson(here.sandbox.portal, here.contact, { hs_lead_status: 'CONNECTED' }, here.time.now);
    await settleDown(here);
    expect((await leadCard(here)).handoff).toMatchObject({
      state: 'offered',
      refusal: 'Somebody set hs_lead_status to "CONNECTED" first.',
    });
    expect(valuesOf(here.contact)['hs_lead_status']).toBe('CONNECTED');
  });

  it('a recycled lead comes back as a new attempt when it raises a hand again', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    const first = (await leadCard(here)).handoff;
    await respond(here, first?.handoffId, { action: 'recycle_lead', reason: 'no_budget' }, SDR.userId);
    here.time.now += SECOND_MS;
    await settleDown(here);
    const recycled = await leadCard(here);
    expect(recycled.handoff).toMatchObject({ state: 'recycled', reason: 'No budget' });
    expect(recycled.journey?.ended?.label).toBe('Recycled');
    expect(recycled.nextStep).toBe('Comes back on 2026-09-27, or at once with a raised hand.');
    expect(valuesOf(here.contact)).toMatchObject({ hs_lead_status: 'BAD_TIMING', l2r_recycle_reason: 'no_budget' });
    here.time.now += 24 * HOUR_MS;
    await raisedHand(here);
    const again = await leadCard(here);
    expect(again.journey).toMatchObject({ attempt: 2, stage: { id: 'AQL' } });
    expect(again.handoff).toMatchObject({ state: 'offered', offeredTo: { ownerId: OTHER_SDR.ownerId } });
    expect(valuesOf(here.contact)['hs_lead_status'] ?? '').toBe('');
  });

  it('an opportunity is rejected with a reason and goes back to the SDR', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    const lead = await leadCard(here);
    await respond(here, lead.handoff?.handoffId, { action: 'accept_lead' }, SDR.userId);
    here.time.now += SECOND_MS;
    await settleDown(here);
    here.time.now += HOUR_MS;
    updateAsPerson(
      here.sandbox.portal,
      here.contact,
      { engagements_last_meeting_booked: toIso(here.time.now) },
      here.time.now,
    );
    await settleDown(here);
    const [deal] = recordsOf(here, dealType);
    const dealId = (deal as CrmRecord).id;
    const card = await handoffCard(here, dealId);
    here.time.now += HOUR_MS;
    const nonsense: Click = { action: 'reject_deal', reason: 'because' };
    expect(await respond(here, card.handoff?.handoffId, nonsense, AE.userId)).toMatchObject({ kind: 'invalid' });
    await respond(here, card.handoff?.handoffId, { action: 'reject_deal', reason: 'no_need' }, AE.userId);
    await settleDown(here);
    expect((await handoffCard(here, (deal as CrmRecord).id)).handoff).toMatchObject({
      state: 'rejected',
      reason: 'No need we can serve',
    });
    const rejected = await leadCard(here);
    expect(rejected.journey?.ended?.label).toBe('Rejected');
    expect(rejected.nextStep).toBe('Not accepted: book another meeting, or recycle.');
    const back = recordsOf(here, taskType).find((task) =>
      task.values.get('hs_task_subject')?.startsWith('Opportunity rejected'),
    );
    expect(back?.values.get('hubspot_owner_id')).toBe(SDR.ownerId);

    here.time.now += HOUR_MS;
    const again = { engagements_last_meeting_booked: toIso(here.time.now) };
    updateAsPerson(here.sandbox.portal, here.contact, again, here.time.now);
    await settleDown(here);
    const second = await handoffCard(here, dealId);
    expect(second.handoff).toMatchObject({ state: 'offered', offeredTo: { ownerId: AE.ownerId } });
    const click: Click = { action: 'accept_deal', amount: '700', closeDate: localDate(here.time.now, 'Europe/Berlin') };
    expect(await respond(here, second.handoff?.handoffId, click, AE.userId)).toBeUndefined();
    here.time.now += SECOND_MS;
    await settleDown(here);
    expect((await leadCard(here)).journey).toMatchObject({ ended: null, stage: { id: 'SQO' } });
    expect(recordsOf(here, dealType)).toHaveLength(1);
  });

  it('what is there already is linked, not made anew over what people did with it', async () => {
    await using here = await livePortal(database);
    const { gateway } = here.backend.core;
    const record = {
      type: 'deal',
      key: 'deal-1-1',
      properties: { dealname: 'Buyer', pipeline: 'default', dealstage: 'appointmentscheduled' },
      linkTo: { type: 'contact', id: recordId(here.contact.id) },
    } as const;
    await gateway.create(record, 'person');
    const [deal] = recordsOf(here, dealType);
    updateAsPerson(here.sandbox.portal, deal as CrmRecord, { dealstage: 'qualifiedtobuy' }, here.time.now);
    expect(await gateway.create(record, 'person')).toMatchObject({ kind: 'written' });
    expect(recordsOf(here, dealType).map(({ values }) => values.get('dealstage'))).toEqual(['qualifiedtobuy']);
  });

  it('follows a contact that is merged, and is over when the contact is deleted', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    const { portal } = here.sandbox;
    const survivor = createAsApp(portal, contactType, { email: 'kim.b@buyer.example' }, here.time.now);
    here.time.now += MINUTE_MS;
    const person = { at: here.time.now, sourceType: 'CRM_UI', sourceId: 'userId:5' };
    mergeRecords(portal, survivor, here.contact, person);
    await settleDown(here);
    const merged = { ...here, contact: survivor };
    expect((await leadCard(merged)).handoff).toMatchObject({ state: 'offered', offeredTo: { ownerId: SDR.ownerId } });
    here.time.now += MINUTE_MS;
    portal.archive(survivor, { ...person, at: here.time.now });
    await settleDown(here);
    expect((await leadCard(merged)).handoff).toMatchObject({ state: 'rejected', reason: 'deleted' });
    expect(recordsOf(here, taskType)[0]?.values.get('hs_task_status')).toBe('COMPLETED');
  });

  it('an answer in time is in time, however late HubSpot confirms it', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    const { handoff } = await leadCard(here);
    here.time.now = START + 59 * MINUTE_MS;
    await respond(here, handoff?.handoffId, { action: 'accept_lead' }, SDR.userId);
    here.time.now = START + 63 * MINUTE_MS;
    await here.backend.work.tick(here.backend.portalId);
    await settleDown(here);
    expect((await leadCard(here)).handoff?.clock.state).toBe('met');
    expect(valuesOf(here.contact)['l2r_sla_status']).toBe('met');
    expect(recordsOf(here, taskType)).toHaveLength(1);
  });

  it('a hand raised while the lead was being worked is not raised again by recycling', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    const { handoff } = await leadCard(here);
    fillInForm(here, 'Website: Pricing');
    here.time.now += MINUTE_MS;
    await here.backend.work.tick(here.backend.portalId);
    await settleDown(here);
    await respond(here, handoff?.handoffId, { action: 'recycle_lead', reason: 'timing' }, SDR.userId);
    here.time.now += SECOND_MS;
    await settleDown(here);
    expect((await leadCard(here)).handoff).toMatchObject({ handoffId: handoff?.handoffId, state: 'recycled' });
    expect(valuesOf(here.contact)['hs_lead_status']).toBe('BAD_TIMING');
  });

  it('is offered to whom HubSpot’s own assignment gave it, and qualified all the same', async () => {
    await using here = await livePortal(database);
    updateAsPerson(here.sandbox.portal, here.contact, { hubspot_owner_id: OTHER_SDR.ownerId }, here.time.now);
    here.sandbox.webhooks.setTarget(undefined);
    fillInForm(here, 'Website: Request a demo');
    here.time.now += MINUTE_MS;
    updateAsPerson(here.sandbox.portal, here.contact, { hubspot_owner_id: AE.ownerId }, here.time.now);
    await here.backend.work.tick(here.backend.portalId);
    await settleDown(here);
    expect(valuesOf(here.contact)).toMatchObject({
      hubspot_owner_id: AE.ownerId,
      lifecyclestage: 'marketingqualifiedlead',
    });
    here.time.now += MINUTE_MS;
    await here.backend.work.sweep(here.backend.portalId, () => {});
    await settleDown(here);
    expect((await leadCard(here)).handoff?.offeredTo).toMatchObject({ ownerId: AE.ownerId });
    expect(recordsOf(here, taskType)[0]?.values.get('hubspot_owner_id')).toBe(AE.ownerId);
  });

  it('our own writes stand in nobody’s way: a click right after a new offer is taken', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    const first = (await leadCard(here)).handoff;
    await respond(here, first?.handoffId, { action: 'recycle_lead', reason: 'timing' }, SDR.userId);
    here.time.now += SECOND_MS;
    await settleDown(here);
    here.time.now += HOUR_MS;
    fillInForm(here, 'Website: Request a demo');
    here.time.now += MINUTE_MS;
    here.sandbox.webhooks.setTarget(undefined);
    const { work, portalId } = here.backend;
    await work.tick(portalId);
    await work.decide(portalId, () => Promise.resolve());
    await here.backend.writeAll();
    const again = (await leadCard(here)).handoff;
    expect(again).toMatchObject({ state: 'offered', offeredTo: { ownerId: OTHER_SDR.ownerId } });
    await respond(here, again?.handoffId, { action: 'accept_lead' }, SDR.userId);
    here.time.now += SECOND_MS;
    await settleDown(here);
    expect((await leadCard(here)).handoff).toMatchObject({ state: 'accepted', refusal: null });
  });

  it('goes to somebody else when its owner no longer works here', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    const { owners } = here.sandbox.portal;
    const gone = owners.get(SDR.ownerId);
    if (gone) owners.put({ ...gone, archived: true });
    for (let minute = 0; minute < 2; minute += 1) {
      here.time.now += MINUTE_MS;
      await here.backend.work.tick(here.backend.portalId);
      await settleDown(here);
    }
    expect((await leadCard(here, OTHER_SDR.userId)).handoff?.offeredTo).toMatchObject({ ownerId: OTHER_SDR.ownerId });
    expect(valuesOf(here.contact)['hubspot_owner_id']).toBe(OTHER_SDR.ownerId);
    expect(recordsOf(here, taskType).map(({ values }) => values.get('hubspot_owner_id'))).toEqual([OTHER_SDR.ownerId]);
  });

  it('a clock nobody answered is missed, says so on the record, and its owner is told', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    here.time.now += 61 * MINUTE_MS;
    await here.backend.work.tick(here.backend.portalId);
    await settleDown(here);
    expect((await leadCard(here)).handoff?.clock.state).toBe('missed');
    expect(valuesOf(here.contact)['l2r_sla_status']).toBe('missed');
    const tasks = () => recordsOf(here, taskType).map(({ values }) => values.get('hs_task_status'));
    expect(tasks()).toEqual(['NOT_STARTED', 'NOT_STARTED']);
    const { handoff } = await leadCard(here);
    await respond(here, handoff?.handoffId, { action: 'accept_lead' }, SDR.userId);
    here.time.now += SECOND_MS;
    await settleDown(here);
    expect((await leadCard(here)).handoff).toMatchObject({ state: 'accepted', clock: { state: 'missed' } });
    expect(tasks()).toEqual(['COMPLETED', 'COMPLETED']);
  });

  it('a lead moved on in HubSpot’s own board closes the offer', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    here.time.now += 10 * MINUTE_MS;
    updateAsPerson(here.sandbox.portal, here.contact, { hs_lead_status: 'CONNECTED' }, here.time.now);
    await settleDown(here);
    expect((await leadCard(here)).handoff).toMatchObject({ state: 'accepted', decidedBy: 'Somebody in HubSpot' });
  });
});
