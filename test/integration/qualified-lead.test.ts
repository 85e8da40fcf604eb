import { afterAll, beforeAll, expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../src/adapters/hubspot/shipped-definitions.ts';
import { createDefinitionWork } from '../../src/compose/definition-work.ts';
import type { DefinitionSet } from '../../src/domain/definitions/definition-set.ts';
import { recordId } from '../../src/domain/values/ids.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, toIso } from '../../src/domain/values/instant.ts';
import { taskType } from '../../src/sandbox/object-types.ts';
import type { CrmRecord } from '../../src/sandbox/record-table.ts';
import type { Database } from '../../src/store/database.ts';
import { heldPeople } from '../../src/store/assessment-store.ts';
import { loadHealth } from '../../src/store/health-store.ts';
import { addHandRaises } from '../../src/store/hand-raise-store.ts';
import { readModel } from '../../src/usecases/read-model.ts';
import { becomeActive, fittingLead, minute } from '../support/fitting-lead.ts';
import {
  leadCard,
  livePortal,
  recordsOf,
  respond,
  SDR,
  settleDown,
  valuesOf,
  type World,
} from '../support/live-portal.ts';
import { updateAsPerson } from '../support/new-portal.ts';
import { onServer } from '../support/stores.ts';

async function publish({ backend }: World, change: (definitions: DefinitionSet) => DefinitionSet): Promise<void> {
  const work = createDefinitionWork(backend.core, backend.portalId);
  const definitions = change(structuredClone(await work.inForce()));
  const next = { ...definitions, version: definitions.version + 1 };
  await work.keep(next);
  await work.publish({ version: next.version, publishedBy: 'Test', why: 'to see what happens' });
}

onServer((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('a lead that fits and is active enough becomes a P2 with a clock and a task, and says so in HubSpot', async () => {
    await using here = await livePortal(database);
    await fittingLead(here);
    expect((await leadCard(here)).priority).toBeNull();
    expect(valuesOf(here.contact)).toMatchObject({
      l2r_icp: 'true',
      l2r_target: 'true',
      l2r_grade: 'A4',
      l2r_score: '0',
    });

    await becomeActive(here);
    const card = await leadCard(here);
    expect(card.priority).toEqual({ id: 'P2', reason: 'ICP, target and behavior' });
    expect(card.journey?.stage?.id).toBe('AQL');
    expect(card.handoff).toMatchObject({ state: 'offered', offeredTo: { ownerId: SDR.ownerId } });
    expect((card.handoff?.clock.dueAt ?? 0) - (card.handoff?.clock.startedAt ?? 0)).toBe(4 * HOUR_MS);
    expect(valuesOf(here.contact)).toMatchObject({
      l2r_priority: 'P2',
      lifecyclestage: 'marketingqualifiedlead',
      l2r_grade: 'A2',
    });
    const [task] = recordsOf(here, taskType);
    expect(valuesOf(task as CrmRecord)['hs_task_subject']).toBe('P2: ICP, target and behavior');

    // The week's figures leave what else stands on the record alone.
    await here.backend.work.timetable(here.backend.portalId);
    await here.backend.writeAll();
    expect(valuesOf(here.contact)).toMatchObject({ l2r_priority: 'P2', l2r_grade: 'A2' });
  });

  it('a keen student is scored and never offered', async () => {
    await using here = await livePortal(database);
    await fittingLead(here, here.contact, 'Student Assistant');
    await becomeActive(here);
    await becomeActive(here);
    expect((await leadCard(here)).handoff).toBeNull();
    expect(valuesOf(here.contact)).toMatchObject({
      l2r_target: 'false',
      l2r_grade: expect.stringMatching(/^D/) as string,
    });
  });

  it('a recycled lead stays away for its time, but for a raised hand; then it comes back by itself', async () => {
    await using here = await livePortal(database);
    await fittingLead(here);
    await becomeActive(here);
    const offered = await leadCard(here);
    here.time.now += MINUTE_MS;
    expect(
      await respond(here, offered.handoff?.handoffId, { action: 'recycle_lead', reason: 'timing' }, SDR.userId),
    ).toBeUndefined();
    here.time.now += MINUTE_MS;
    await settleDown(here);
    expect((await leadCard(here)).journey?.ended?.label).toBe('Recycled');

    await becomeActive(here);
    expect((await leadCard(here)).handoff?.state).toBe('recycled');
    const suppressed = await database.inPortal(here.backend.portalId, (tx) =>
      tx.query('select priority, why from suppressed_aql where portal_id = $1', [here.backend.portalId]),
    );
    expect(suppressed.rows).toEqual([{ priority: 'P2', why: 'embargo' }]);

    const model = await readModel(here.backend.portalId, {
      ...here.backend.core,
      propertyLabels: () => Promise.resolve(new Map([['company.industry', 'Industry']])),
      health: (id, question) => database.inPortal(id, (tx) => loadHealth(tx, id, question)),
    });
    expect(model.health.keptBack).toEqual([{ why: 'embargo', label: 'Recycled and resting', count: 1 }]);
    expect(model.health.outcomes).toEqual([{ outcome: 'recycled: timing', label: 'recycled: Not now', count: 1 }]);
    expect(model.health.adoption).toMatchObject([{ owner: 'Owner 21', onCards: 1, inHubSpot: 0, open: 0, late: 0 }]);
    expect(model.stages.map(({ id }) => id)).toContain('AQL');
    expect(JSON.stringify(model.parts)).toContain('Pricing page viewed: +12');

    here.time.now += 180 * DAY_MS;
    await minute(here);
    const back = await leadCard(here);
    expect(back.priority).toEqual({ id: 'P2', reason: 'Its time has come again' });
    expect(back.journey).toMatchObject({ attempt: 2, stage: { id: 'AQL' } });
  });

  it('P1 pierces the embargo', async () => {
    await using here = await livePortal(database);
    await fittingLead(here);
    await becomeActive(here);
    const offered = await leadCard(here);
    here.time.now += MINUTE_MS;
    await respond(here, offered.handoff?.handoffId, { action: 'recycle_lead', reason: 'no_budget' }, SDR.userId);
    here.time.now += MINUTE_MS;
    await settleDown(here);
    await database.inPortal(here.backend.portalId, (tx) =>
      addHandRaises(tx, here.backend.portalId, [
        { contactId: recordId(here.contact.id), at: here.time.now, reason: 'demo', trigger: 'workflow_action' },
      ]),
    );
    await minute(here);
    expect(await leadCard(here)).toMatchObject({ priority: { id: 'P1' }, journey: { attempt: 2 } });
  });

  it('publishing lower bars holds those who would newly pass, and lets through who is active afterwards', async () => {
    await using here = await livePortal(database);
    await fittingLead(here);
    updateAsPerson(
      here.sandbox.portal,
      here.contact,
      { hs_analytics_last_url: 'https://own.example/pricing' },
      here.time.now,
    );
    await minute(here);
    here.time.now += 2 * HOUR_MS;
    await publish(here, (definitions) => {
      const gate = definitions.qualification?.gates.at(-1);
      if (gate && 'all' in gate.entry)
        gate.entry = { all: gate.entry.all.map((rule) => ('number' in rule ? { ...rule, number: 10 } : rule)) };
      return definitions;
    });
    await minute(here);
    expect((await leadCard(here)).handoff).toBeNull();
    const held = await database.inPortal(here.backend.portalId, (tx) => heldPeople(tx, here.backend.portalId, 10));
    expect(held.map(({ contactId }) => contactId)).toEqual([here.contact.id]);
    expect(held[0]?.version).toBe(SHIPPED_DEFINITIONS.version + 1);

    updateAsPerson(
      here.sandbox.portal,
      here.contact,
      { hs_email_last_click_date: toIso(here.time.now) },
      here.time.now,
    );
    await minute(here);
    expect((await leadCard(here)).priority?.id).toBe('P2');
    expect(await database.inPortal(here.backend.portalId, (tx) => heldPeople(tx, here.backend.portalId, 10))).toEqual(
      [],
    );
  });
});
