import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../src/adapters/hubspot/shipped-definitions.ts';
import { measurePortal } from '../../src/compose/measure-portal.ts';
import { recordId } from '../../src/domain/values/ids.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS, toIso } from '../../src/domain/values/instant.ts';
import { dealType, taskType } from '../../src/sandbox/object-types.ts';
import type { CrmRecord } from '../../src/sandbox/record-table.ts';
import type { Database } from '../../src/store/database.ts';
import { addHandRaises } from '../../src/store/hand-raise-store.ts';
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
import { updateAsPerson } from '../support/new-portal.ts';
import { eachStore } from '../support/stores.ts';

eachStore((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('a hand-raiser found by the sweep goes all the way to an accepted opportunity', async () => {
    await using here = await livePortal(database);
    const { time, contact, sandbox, backend } = here;
    const raisedAt = time.now;
    await raisedHand(here);

    const offered = await leadCard(here);
    expect(offered.priority).toEqual({ id: 'P1', reason: 'Asked for a demo' });
    expect(offered.journey?.stage?.id).toBe('AQL');
    expect(offered.handoff).toMatchObject({ state: 'offered', offeredTo: { ownerId: SDR.ownerId } });
    expect(offered.handoff?.clock).toMatchObject({
      state: 'running',
      startedAt: raisedAt,
      dueAt: raisedAt + 60 * MINUTE_MS,
    });
    expect(offered.accept).toEqual({ allowed: true });
    expect(valuesOf(contact)).toMatchObject({
      lifecyclestage: 'marketingqualifiedlead',
      hubspot_owner_id: SDR.ownerId,
      l2r_stage: 'AQL',
      l2r_priority: 'P1',
      l2r_sla_status: 'running',
    });
    const [task] = recordsOf(here, taskType);
    expect(valuesOf(task as CrmRecord)).toMatchObject({
      hubspot_owner_id: SDR.ownerId,
      hs_task_status: 'NOT_STARTED',
      hs_task_reminders: String(raisedAt + 2 * MINUTE_MS),
      hs_task_subject: 'P1: Asked for a demo',
    });
    expect(valuesOf(task as CrmRecord)['hs_task_body']).toContain('Company: Buyer.');

    time.now += 4 * MINUTE_MS;
    const acceptedAt = time.now;
    expect(await respond(here, offered.handoff?.handoffId, { action: 'accept_lead' }, SDR.userId)).toBeUndefined();
    expect((await leadCard(here)).handoff?.state).toBe('pending');
    time.now += SECOND_MS;
    await settleDown(here);
    const accepted = await leadCard(here);
    expect(accepted.handoff).toMatchObject({ state: 'accepted', decidedBy: 'Owner 21', decidedAt: acceptedAt });
    expect(accepted.handoff?.clock.state).toBe('met');
    expect(accepted.journey?.stage).toMatchObject({ id: 'MAL', enteredAt: acceptedAt });
    expect(valuesOf(contact)).toMatchObject({ hs_lead_status: 'IN_PROGRESS', l2r_stage: 'MAL', l2r_sla_status: 'met' });
    expect(valuesOf(task as CrmRecord)['hs_task_status']).toBe('COMPLETED');

    time.now += HOUR_MS;
    updateAsPerson(sandbox.portal, contact, { engagements_last_meeting_booked: toIso(time.now) }, time.now);
    await settleDown(here);
    const [deal, ...others] = recordsOf(here, dealType);
    expect(others).toEqual([]);
    expect(valuesOf(deal as CrmRecord)).toMatchObject({
      dealstage: 'appointmentscheduled',
      hubspot_owner_id: AE.ownerId,
    });
    const dealId = (deal as CrmRecord).id;
    const set = await handoffCard(here, dealId);
    expect(set.stage?.id).toBe('MQO');
    expect(set.handoff).toMatchObject({
      state: 'offered',
      offeredTo: { ownerId: AE.ownerId },
      offeredFrom: { ownerId: SDR.ownerId },
    });
    expect((set.handoff?.clock.dueAt ?? 0) - (set.stage?.enteredAt ?? 0)).toBe(72 * HOUR_MS);
    expect(set.checklist.map(({ id, done }) => [id, done])).toEqual([
      ['contact', true],
      ['meeting', true],
      ['amount', false],
      ['close_date', false],
      ...['need', 'budget', 'authority', 'timeline', 'decision_process'].map((id) => [`answer.${id}`, false]),
    ]);

    time.now += 2 * HOUR_MS;
    const sqoAt = time.now;
    const opportunity: Click = { action: 'accept_deal', amount: '12000', closeDate: '2026-09-30' };
    expect(await respond(here, set.handoff?.handoffId, opportunity, SDR.userId)).toMatchObject({ kind: 'forbidden' });
    expect(await respond(here, set.handoff?.handoffId, opportunity, AE.userId)).toBeUndefined();
    time.now += SECOND_MS;
    await settleDown(here);
    expect(valuesOf(deal as CrmRecord)).toMatchObject({
      amount: '12000',
      closedate: '2026-09-30T10:00:00Z',
      dealstage: 'qualifiedtobuy',
      l2r_mqo_status: 'accepted',
    });
    expect((await handoffCard(here, dealId)).stage).toMatchObject({ id: 'SQO', enteredAt: sqoAt });

    const late: Click = { action: 'recycle_lead', reason: 'timing' };
    expect(await respond(here, offered.handoff?.handoffId, late, SDR.userId)).toMatchObject({ kind: 'invalid' });
    const { measurement } = await measurePortal(database, backend.portalId, time.now);
    const entered = Object.fromEntries(measurement.stages.map((stage) => [stage.id, stage.entered]));
    expect(entered).toMatchObject({ LEAD: 1, AQL: 1, MAL: 1, MQO: 1, SQO: 1, WON: 0 });
    expect(measurement.pipeline).toMatchObject({ opportunities: 1, open: 1 });
  });

  it('arrives at the same end through every fault of HubSpot, with one task and one deal', async () => {
    await using here = await livePortal(database);
    here.sandbox.faults.set({
      rateLimited: 0.08,
      serverError: 0.08,
      badGateway: 0.08,
      unavailable: 0.08,
      cutBefore: 0.08,
      cutAfter: 0.08,
      droppedRows: 0.1,
    });
    await raisedHand(here);
    const lead = (await leadCard(here)).handoff;
    await respond(here, lead?.handoffId, { action: 'accept_lead' }, SDR.userId);
    here.time.now += SECOND_MS;
    await settleDown(here);
    const booked = { engagements_last_meeting_booked: toIso((here.time.now += HOUR_MS)) };
    updateAsPerson(here.sandbox.portal, here.contact, booked, here.time.now);
    await settleDown(here);
    const deals = recordsOf(here, dealType);
    expect(deals).toHaveLength(1);
    const mqo = (await handoffCard(here, deals[0]?.id ?? '')).handoff;
    const click: Click = { action: 'accept_deal', amount: '900', closeDate: '2026-12-01' };
    expect(await respond(here, mqo?.handoffId, click, AE.userId)).toBeUndefined();
    here.time.now += SECOND_MS;
    await settleDown(here);
    expect((await handoffCard(here, deals[0]?.id ?? '')).handoff).toMatchObject({ state: 'accepted', refusal: null });
    expect(
      recordsOf(here, taskType)
        .map(({ values }) => values.get('hs_task_subject'))
        .sort(),
    ).toEqual(['Meeting set: accept or reject the opportunity', 'P1: Asked for a demo']);
    const { measurement } = await measurePortal(database, here.backend.portalId, here.time.now);
    const entered = Object.fromEntries(measurement.stages.map((stage) => [stage.id, stage.entered]));
    expect(entered).toMatchObject({ LEAD: 1, AQL: 1, MAL: 1, MQO: 1, SQO: 1 });
    const struck = Object.values(here.sandbox.state().faults.injected).reduce((sum, count) => sum + count, 0);
    expect(struck).toBeGreaterThan(5);
  });

  it('the workflow action and the sweep together qualify once', async () => {
    await using here = await livePortal(database);
    const { backend, time, contact } = here;
    fillInForm(here, 'Website: Pricing');
    time.now += 3 * SECOND_MS;
    const raise = {
      contactId: recordId(contact.id),
      at: time.now,
      reason: 'pricing',
      trigger: 'workflow_action',
    } as const;
    await database.inPortal(backend.portalId, (tx) => addHandRaises(tx, backend.portalId, [raise]));
    await settleDown(here);
    const first = await leadCard(here);
    time.now += MINUTE_MS;
    await backend.work.tick(backend.portalId);
    await settleDown(here);
    expect(await leadCard(here)).toEqual(first);
    expect(recordsOf(here, taskType)).toHaveLength(1);
    const { measurement } = await measurePortal(database, backend.portalId, time.now);
    expect(measurement.stages.find(({ id }) => id === 'AQL')?.entered).toBe(1);
  });

  it('a form that raises no hand, or one filled in before the portal went live, offers nothing', async () => {
    await using here = await livePortal(database);
    fillInForm(here, 'Newsletter');
    here.time.now += MINUTE_MS;
    await here.backend.work.tick(here.backend.portalId);
    await settleDown(here);
    expect((await leadCard(here)).handoff).toBeNull();
    here.time.now = START - MINUTE_MS;
    fillInForm(here, 'Request a demo');
    here.time.now = START + 5 * MINUTE_MS;
    await here.backend.work.tick(here.backend.portalId);
    await settleDown(here);
    expect((await leadCard(here)).handoff).toBeNull();
  });

  it('of two who accept at once one wins and the other hears who', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    const { handoff } = await leadCard(here);
    const answers = await Promise.all(
      [SDR, OTHER_SDR].map(({ userId }) => respond(here, handoff?.handoffId, { action: 'accept_lead' }, userId)),
    );
    const refused = answers.filter((answer) => answer !== undefined);
    expect(refused).toHaveLength(1);
    const winner = (await leadCard(here)).handoff?.decidedBy;
    expect(refused[0]).toEqual({
      kind: 'conflict',
      why: `${winner} has just decided this; HubSpot has still to confirm it.`,
    });
    await settleDown(here);
    expect((await leadCard(here)).handoff).toMatchObject({ state: 'accepted', decidedBy: winner });
    const owner = winner === 'Owner 21' ? SDR.ownerId : OTHER_SDR.ownerId;
    expect(valuesOf(here.contact)['hubspot_owner_id']).toBe(owner);
  });

  it('what HubSpot refuses is offered again with its reason', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    const { handoff } = await leadCard(here);
    here.sandbox.faults.set({ failingIds: [here.contact.id] });
    await respond(here, handoff?.handoffId, { action: 'accept_lead' }, SDR.userId);
    await settleDown(here);
    const again = await leadCard(here);
    expect(again.handoff).toMatchObject({ state: 'offered', decidedBy: null });
    expect(again.handoff?.refusal).toBeTruthy();
    expect(again.journey?.stage?.id).toBe('AQL');
    here.sandbox.faults.set({ failingIds: [] });
    here.time.now += SECOND_MS;
    await respond(here, handoff?.handoffId, { action: 'accept_lead' }, SDR.userId);
    await settleDown(here);
    expect((await leadCard(here)).handoff).toMatchObject({ state: 'accepted', refusal: null });
  });
});

describe('the shipped rules', () => {
  it('offer a reason for everything they speak of', () => {
    const { handRaise } = SHIPPED_DEFINITIONS.work ?? { handRaise: { forms: [], reasons: [] } };
    const reasons = new Set(handRaise.reasons.map(({ value }) => value));
    expect(handRaise.forms.every(({ reason }) => reasons.has(reason))).toBe(true);
  });
});
