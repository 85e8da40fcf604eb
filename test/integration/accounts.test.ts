import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordId } from '../../src/domain/values/ids.ts';
import { DAY_MS, HOUR_MS } from '../../src/domain/values/instant.ts';
import { mergeRecords } from '../../src/sandbox/merge-records.ts';
import { taskType } from '../../src/sandbox/object-types.ts';
import type { CrmRecord } from '../../src/sandbox/record-table.ts';
import type { Database } from '../../src/store/database.ts';
import { aCompany, accountCard, belongsTo, FITTING, minute, showIntent } from '../support/account-portal.ts';
import { livePortal, recordsOf, SDR, settleDown, valuesOf, type World } from '../support/live-portal.ts';
import { updateAsPerson } from '../support/new-portal.ts';
import { onServer } from '../support/stores.ts';

onServer((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const visits = async ({ backend: { portalId } }: World) =>
    (
      await database.inPortal(portalId, (tx) =>
        tx.query('select company_id, milestone, entered_at, exited_at from account_visit order by company_id, seq'),
      )
    ).rows;
  const decisions = async ({ backend: { portalId } }: World) =>
    (
      await database.inPortal(portalId, (tx) =>
        tx.query<{ value: string; evidence: object }>(
          "select value, evidence from event where kind = 'decided' and object_type = 'company' order by event_id",
        ),
      )
    ).rows;

  it('an account that shows intent is offered without a person, with a clock and a task, and says so in HubSpot', async () => {
    await using here = await livePortal(database);
    const company = aCompany(here);
    belongsTo(here, here.contact, company);
    await minute(here);
    expect(await accountCard(here, company)).toMatchObject({
      account: { stage: { id: 'TARGET' }, icp: true, score: 45 },
      handoff: null,
    });
    const enteredAt = here.time.now;
    await showIntent(here, company);
    expect(await accountCard(here, company)).toMatchObject({
      account: {
        stage: { id: 'IN_MARKET' },
        tier: 'One to many',
        intent: { points: 22.5, from: 15 },
        signs: [{ topic: 'crm_software', strength: 0.9, source: 'feed', at: enteredAt }],
        people: [{ contactId: here.contact.id }],
      },
      priority: 'P3',
      handoff: { state: 'offered', offeredTo: { ownerId: SDR.ownerId } },
    });
    expect(valuesOf(company)).toMatchObject({
      l2r_account_stage: 'IN_MARKET',
      l2r_account_score: '68',
      l2r_account_icp: 'true',
      l2r_account_tier: 'One to many',
      l2r_account_intent: '23',
      l2r_open_journeys: '1',
      l2r_date_entered_target: expect.any(String) as string,
      l2r_date_exited_target: expect.any(String) as string,
      l2r_date_entered_in_market: expect.any(String) as string,
    });
    const [task] = recordsOf(here, taskType) as [CrmRecord];
    expect(valuesOf(task)['hs_task_subject']).toBe('P3: account in the market');
    expect(valuesOf(task)['hs_task_body']).toContain('crm_software (strength 90 %)');
    expect(valuesOf(task)['hs_task_body']).toContain(`contact ${here.contact.id}`);
    expect(here.sandbox.portal.linked(task, company.typeId)).toEqual([company.id]);
    // Nobody has become an AQL.
    expect(valuesOf(here.contact)['lifecyclestage']).toBe('lead');
  });

  it('what happened before the portal was live is no reason to offer; what happens then is', async () => {
    await using here = await livePortal(database);
    const company = aCompany(here);
    await showIntent(here, company, { agoMs: 2 * DAY_MS });
    expect(await accountCard(here, company)).toMatchObject({
      account: { stage: { id: 'IN_MARKET' }, people: [] },
      handoff: null,
    });
    here.time.now += HOUR_MS;
    await showIntent(here, company, { topic: 'pricing', strength: 200 });
    expect((await accountCard(here, company)).handoff).toMatchObject({ state: 'offered' });
  });

  it('an account that does not fit, or is excluded by what it is, is not offered whatever it shows', async () => {
    await using here = await livePortal(database);
    const small = aCompany(here, { ...FITTING, industry: 'BANKING', numberofemployees: '12' });
    const reseller = aCompany(here, { ...FITTING, type: 'RESELLER' });
    for (const company of [small, reseller]) await showIntent(here, company);
    expect(await accountCard(here, small)).toMatchObject({
      account: {
        stage: { id: 'IN_MARKET' },
        icp: false,
        missing: expect.arrayContaining([expect.stringContaining('12')]) as string[],
      },
      handoff: null,
    });
    expect(await accountCard(here, reseller)).toMatchObject({ account: { stage: null }, handoff: null });
  });

  it('its people make it aware together, and it fades out of a stage by itself', async () => {
    await using here = await livePortal(database);
    const company = aCompany(here, { ...FITTING, hs_ideal_customer_profile: '' });
    belongsTo(here, here.contact, company);
    await minute(here);
    expect((await accountCard(here, company)).account?.stage?.id).toBe('UNIVERSE');
    for (const path of ['pricing', 'case-studies/one']) {
      updateAsPerson(
        here.sandbox.portal,
        here.contact,
        { hs_analytics_last_url: `https://own.example/${path}` },
        here.time.now,
      );
      await minute(here);
    }
    const card = await accountCard(here, company);
    expect(card.account?.stage?.id).toBe('AWARE');
    expect(card.account?.engagement.points).toBeGreaterThan(20);
    await showIntent(here, company);
    expect((await accountCard(here, company)).account?.stage?.id).toBe('IN_MARKET');
    const { rows } = await database.inPortal(here.backend.portalId, (tx) =>
      tx.query<{ look_again_at: number }>('select look_again_at from account'),
    );
    const dueAt = rows[0]?.look_again_at ?? 0;
    expect(dueAt - here.time.now).toBeGreaterThan(10 * DAY_MS);
    here.time.now = dueAt;
    await minute(here);
    expect((await accountCard(here, company)).account?.stage?.id).not.toBe('IN_MARKET');
    const [last] = (await visits(here)).slice(-2);
    expect(last).toMatchObject({ milestone: 'IN_MARKET', exited_at: dueAt + 60_000 });
  });

  it('a late sign moves no stay, a rebuild gives the same stays, and our own writes tell nothing new', async () => {
    await using here = await livePortal(database);
    const company = aCompany(here);
    await minute(here);
    await showIntent(here, company);
    here.time.now += 40 * DAY_MS;
    await minute(here);
    await showIntent(here, company, { topic: 'pricing' });
    const before = await visits(here);
    expect(before.map((row) => (row as { milestone: string }).milestone)).toEqual([
      'TARGET',
      'IN_MARKET',
      'TARGET',
      'IN_MARKET',
    ]);
    await showIntent(here, company, { topic: 'late', agoMs: 30 * DAY_MS });
    expect(await visits(here)).toEqual(before);
    await here.backend.work.rebuild(here.backend.portalId, () => {});
    expect(await visits(here)).toEqual(before);
    await here.backend.untilDone(() => here.backend.work.sweep(here.backend.portalId, () => {}));
    await settleDown(here);
    expect(await visits(here)).toEqual(before);
    const decided = await decisions(here);
    expect(decided.map(({ value }) => value)).toEqual(['TARGET', 'IN_MARKET', 'TARGET', 'IN_MARKET']);
    expect(decided[1]?.evidence).toMatchObject({
      from: 'TARGET',
      intent: 22_500,
      icp: true,
      tier: 'tier_3',
      people: 0,
    });
  });

  it('follows its company through a merge and into the recycle bin', async () => {
    await using here = await livePortal(database);
    const [kept, gone] = [aCompany(here), aCompany(here, { ...FITTING, name: 'Buyer GmbH' })];
    await showIntent(here, gone);
    expect((await accountCard(here, gone)).handoff?.state).toBe('offered');
    const origin = { at: (here.time.now += HOUR_MS), sourceType: 'CRM_UI', sourceId: 'userId:5' };
    mergeRecords(here.sandbox.portal, kept, gone, origin);
    await settleDown(here);
    expect(await accountCard(here, kept)).toMatchObject({
      account: { stage: { id: 'IN_MARKET' } },
      handoff: { state: 'offered' },
    });
    const known = async () =>
      (await database.inPortal(here.backend.portalId, (tx) => tx.query('select company_id, excluded from account')))
        .rows;
    expect(await known()).toEqual([{ company_id: kept.id, excluded: null }]);
    here.sandbox.portal.archive(kept, { ...origin, at: (here.time.now += HOUR_MS) });
    await settleDown(here);
    expect(await known()).toEqual([{ company_id: kept.id, excluded: 'deleted' }]);
    const [handoff] = await here.backend.core.store.inPortal(here.backend.portalId, (tx) =>
      tx.accounts.handoffs([recordId(kept.id)]),
    );
    expect(handoff).toMatchObject({ state: 'rejected', reason: 'deleted' });
  });
});
