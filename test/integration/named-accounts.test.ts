import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccountWork } from '../../src/compose/account-work.ts';
import { createDefinitionWork } from '../../src/compose/definition-work.ts';
import { measureWaterfall } from '../../src/compose/measure-waterfall.ts';
import { recordId } from '../../src/domain/values/ids.ts';
import { DAY_MS, HOUR_MS } from '../../src/domain/values/instant.ts';
import { mergeRecords } from '../../src/sandbox/merge-records.ts';
import type { CrmRecord } from '../../src/sandbox/record-table.ts';
import type { Database } from '../../src/store/database.ts';
import { aCompany, accountCard, belongsTo, click, FITTING, minute, showIntent } from '../support/account-portal.ts';
import { AE, livePortal, raisedHand, SDR, settleDown, type World } from '../support/live-portal.ts';
import { onServer } from '../support/stores.ts';

const workOf = ({ backend }: World) => createAccountWork(backend.core, backend.portalId);
const SMALL = { ...FITTING, name: 'Small', industry: 'BANKING', numberofemployees: '12' };

/** Puts a company on the AE's list. */
const name = (here: World, company: CrmRecord, ownerId = AE.ownerId) =>
  workOf(here).change({ ownerId, add: recordId(company.id), reason: 'added', by: 'Ada' });

onServer((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('a named account that shows intent goes to the AE who named it, as P4', async () => {
    await using here = await livePortal(database);
    const company = aCompany(here);
    await minute(here);
    expect(await name(here, company)).toBeUndefined();
    await showIntent(here, company);
    expect(await accountCard(here, company)).toMatchObject({
      priority: 'P4',
      handoff: { offeredTo: { ownerId: AE.ownerId } },
      account: { namedBy: { ownerId: AE.ownerId } },
    });
  });

  it('a list names each account once, knows its size and its owners, and logs every change', async () => {
    await using here = await livePortal(database);
    const [one, two] = [aCompany(here), aCompany(here, { ...FITTING, name: 'Two' })];
    await minute(here);
    const work = workOf(here);
    await name(here, one);
    expect(await name(here, one, SDR.ownerId)).toMatchObject({ kind: 'conflict' });
    expect(await name(here, two, '99')).toMatchObject({ kind: 'invalid', why: 'There is no active owner 99.' });
    expect(await work.change({ ownerId: AE.ownerId, add: recordId('404'), reason: 'added', by: 'Ada' })).toMatchObject({
      why: 'No company 404 is known.',
    });
    const swap = { ownerId: AE.ownerId, drop: recordId(one.id), add: recordId(two.id), reason: 'swapped', by: 'Ada' };
    expect(await work.change(swap)).toBeUndefined();
    expect(await work.change(swap)).toMatchObject({ kind: 'conflict' });
    expect(await work.named()).toMatchObject([{ companyId: two.id, ownerId: AE.ownerId }]);
    expect(await work.changes()).toMatchObject([
      { added: one.id, reason: 'added', by: 'Ada' },
      { added: two.id, dropped: one.id, reason: 'swapped' },
    ]);
    const origin = { at: (here.time.now += HOUR_MS), sourceType: 'CRM_UI', sourceId: 'userId:5' };
    mergeRecords(here.sandbox.portal, one, two, origin);
    await settleDown(here);
    expect(await work.named()).toMatchObject([{ companyId: one.id }]);
  });

  it('suggests what to exchange, worst out, best in, and does it on the card', async () => {
    await using here = await livePortal(database);
    const [small, quiet, busy, best, good] = [
      aCompany(here, SMALL),
      aCompany(here, { ...FITTING, name: 'Quiet' }),
      aCompany(here, { ...FITTING, name: 'Busy' }),
      aCompany(here, { ...FITTING, name: 'Best', web_technologies: 'HubSpot' }),
      aCompany(here, { ...FITTING, name: 'Good' }),
    ] as const;
    await minute(here);
    for (const company of [small, quiet, busy]) await name(here, company);
    await showIntent(here, busy);
    for (const company of [best, good]) await showIntent(here, company, { agoMs: 2 * DAY_MS, strength: 600 });
    // Busy is offered now: nobody takes it away.
    expect(await workOf(here).suggest()).toEqual([
      { ownerId: AE.ownerId, out: small.id, reason: 'no_fit', in: best.id },
      { ownerId: AE.ownerId, out: quiet.id, reason: 'no_engagement', in: good.id },
    ]);
    expect((await accountCard(here, small, AE.userId)).account?.swap).toEqual({
      why: 'it does not fit',
      instead: best.id,
      insteadName: 'Best',
      allowed: { allowed: true },
    });
    const instead = recordId(best.id);
    expect(await click(here, small, { action: 'swap', instead }, SDR.userId)).toMatchObject({ kind: 'forbidden' });
    expect(await click(here, small, { action: 'swap', instead: recordId(good.id) }, AE.userId)).toMatchObject({
      kind: 'conflict',
    });
    expect(await click(here, small, { action: 'swap', instead }, AE.userId)).toBeUndefined();
    expect((await workOf(here).changes()).at(-1)).toMatchObject({
      ownerId: AE.ownerId,
      added: best.id,
      dropped: small.id,
      reason: 'no_fit',
      by: AE.userId,
    });
    expect((await accountCard(here, small)).account?.swap).toBeNull();
  });

  it('the audience is by score or by intent, as faded by now', async () => {
    await using here = await livePortal(database);
    const [hot, plain, small] = [aCompany(here), aCompany(here, { ...FITTING, name: 'Plain' }), aCompany(here, SMALL)];
    await minute(here);
    await showIntent(here, hot, { strength: 1000 });
    await showIntent(here, small);
    const rows = async (score: number, orIntent: boolean) =>
      (await workOf(here).audience({ score, orIntent, withDomain: false })).trimEnd().split('\r\n');
    expect(await rows(60, false)).toEqual(['company_id,score,intent,in_market,tier', `${hot.id},70,25,true,tier_3`]);
    expect(await rows(60, true)).toEqual([
      'company_id,score,intent,in_market,tier',
      `${hot.id},70,25,true,tier_3`,
      `${small.id},23,23,true,tier_3`,
    ]);
    here.time.now += 21 * DAY_MS;
    expect((await rows(60, true)).length).toBe(1);
    expect(await rows(40, false)).toEqual([
      'company_id,score,intent,in_market,tier',
      `${hot.id},58,13,false,tier_3`,
      `${plain.id},45,0,false,tier_3`,
    ]);
    expect(await workOf(here).audience({ score: 50, orIntent: false, withDomain: true })).toContain(
      'in_market,tier,domain\r\n',
    );
  });

  it('the waterfall goes from accounts to persons to deals, and says what it leaves out', async () => {
    await using here = await livePortal(database);
    const [company, other] = [aCompany(here), aCompany(here, { ...FITTING, hs_ideal_customer_profile: 'tier_1' })];
    belongsTo(here, here.contact, company);
    await minute(here);
    await showIntent(here, other);
    await raisedHand(here);
    here.time.now += HOUR_MS;
    const { waterfall } = await measureWaterfall(database, here.backend.portalId, here.time.now);
    expect(waterfall.accounts).toEqual({
      stages: [
        { id: 'UNIVERSE', label: 'Universe', entered: 0, inferred: 2, current: 0 },
        { id: 'TARGET', label: 'Target account', entered: 2, inferred: 0, current: 0 },
        { id: 'AWARE', label: 'Aware', entered: 1, inferred: 1, current: 1 },
        { id: 'IN_MARKET', label: 'In market', entered: 1, inferred: 0, current: 1 },
      ],
      excluded: { deleted: 0 },
    });
    expect(waterfall.path.map(({ unit, id }) => `${unit} ${id}`)).toEqual([
      'person LEAD',
      'person AQL',
      'person MAL',
      'deal MQO',
      'deal SQO',
      'deal WON',
    ]);
    expect(waterfall.personsPerAccount).toEqual({
      numerator: 1,
      denominator: 1,
      ratio: 1,
      excluded: { withoutAccount: 0 },
    });
    expect(waterfall.journeysPerDeal).toEqual({
      numerator: 0,
      denominator: 0,
      ratio: null,
      excluded: { withoutPerson: 0 },
    });
    expect(waterfall.tiers).toMatchObject([
      { value: 'tier_1', accounts: 1, least: 10, most: 50, size: 'few' },
      { value: 'tier_2', accounts: 0, size: 'few' },
      { value: 'tier_3', accounts: 1, least: null, most: null, size: 'right' },
    ]);
  });

  it('the path of the revenue waterfall begins with accounts', async () => {
    await using here = await livePortal(database);
    const company = aCompany(here);
    belongsTo(here, here.contact, company);
    await minute(here);
    await raisedHand(here);
    const work = createDefinitionWork(here.backend.core, here.backend.portalId);
    const definitions = await work.inForce();
    const next = { ...definitions, preset: 'REVENUE_WATERFALL' as const, version: definitions.version + 1 };
    await work.keep(next);
    await work.publish({ version: next.version, publishedBy: 'Test', why: 'another vocabulary' });
    const { waterfall } = await measureWaterfall(database, here.backend.portalId, here.time.now);
    expect(waterfall.path.map(({ unit, label, entered, inferred }) => [unit, label, entered, inferred])).toEqual([
      ['account', 'Demand', 0, 1],
      ['account', 'Target', 1, 0],
      ['account', 'Aware', 1, 0],
      ['account', 'In market', 0, 0],
      ['person', 'Engaged (MQL)', 1, 0],
      ['person', 'Accepted (SAL)', 0, 0],
      ['person', 'Qualified (SQL)', 0, 0],
      ['deal', 'Opportunity', 0, 0],
      ['deal', 'Step 1', 0, 0],
      ['deal', 'Step 2', 0, 0],
      ['deal', 'Step 3', 0, 0],
      ['deal', 'Closed won', 0, 0],
    ]);
  });
});
