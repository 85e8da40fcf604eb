import { afterAll, beforeAll, expect, it } from 'vitest';
import { modelPageNeeds } from '../../src/compose/model-page-needs.ts';
import { portalId, recordId } from '../../src/domain/values/ids.ts';
import { DAY_MS, MINUTE_MS } from '../../src/domain/values/instant.ts';
import { modelPageRoutes } from '../../src/http/routes/model-page.ts';
import { startHttp } from '../../src/http/server.ts';
import { companyType, contactType } from '../../src/sandbox/object-types.ts';
import { linkRecords } from '../../src/sandbox/link-records.ts';
import type { Database } from '../../src/store/database.ts';
import { addHandRaises } from '../../src/store/hand-raise-store.ts';
import { becomeActive, fittingLead, minute } from '../support/fitting-lead.ts';
import { leadCard, livePortal, respond, SDR, settleDown, type World } from '../support/live-portal.ts';
import { createAsApp, updateAsPerson } from '../support/new-portal.ts';
import { onServer } from '../support/stores.ts';

const pageOf = ({ backend: { core, portalId } }: World) => modelPageNeeds(core, portalId);

async function tables(here: World): Promise<Map<string, readonly (readonly unknown[])[]>> {
  const { groups } = await pageOf(here).model();
  return new Map(groups.flatMap((group) => group.tables.map(({ title, rows }) => [title, rows] as const)));
}

onServer((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('counts who came back from recycling and how, and conversion by what was frozen at AQL', async () => {
    await using here = await livePortal(database);
    await fittingLead(here);
    await becomeActive(here);
    const offered = await leadCard(here);
    here.time.now += MINUTE_MS;
    await respond(here, offered.handoff?.handoffId, { action: 'recycle_lead', reason: 'timing' }, SDR.userId);
    here.time.now += MINUTE_MS;
    await settleDown(here);
    const resting = await tables(here);
    expect(resting.get('What recycling brings back')).toEqual([
      ['Not now', '180 days', '1', '1', '0', '0', '', '0', '0', '0'],
    ]);
    expect(resting.get('By grade')).toEqual([['A', '1', '0', '0', '0', '0', '0', '0']]);

    const raise = { contactId: recordId(here.contact.id), at: here.time.now, reason: 'demo' } as const;
    await database.inPortal(here.backend.portalId, (tx) =>
      addHandRaises(tx, here.backend.portalId, [{ ...raise, trigger: 'workflow_action' }]),
    );
    await minute(here);
    const back = await tables(here);
    expect(back.get('What recycling brings back')).toEqual([
      ['Not now', '180 days', '1', '0', '0', '1', '1 raised a hand', '0', '0', '1'],
    ]);
    expect(back.get('By cell of grade and band')).toEqual([
      ['A2', '1', '0', '0', '0', '0', '0', '0'],
      ['Raised hand, not scored', '1', '0', '0', '0', '0', '1', '0'],
    ]);
    expect(back.get('By gate')?.[0]?.slice(0, 2)).toEqual(['ICP, target and behavior', '1']);
    expect(back.get('By version of the rules')?.[0]?.[1]).toBe('2');
  });

  it('names whose data may have decayed, and counts whom one may write to', async () => {
    await using here = await livePortal(database);
    await fittingLead(here);
    await becomeActive(here);
    const { portal } = here.sandbox;
    for (const values of [
      { email: 'ann@buyer.example' },
      { email: 'off@buyer.example', hs_email_optout: 'true' },
      { firstname: 'Nameless' },
    ])
      createAsApp(portal, contactType, values, here.time.now);
    here.time.now += DAY_MS;
    await minute(here);
    const other = createAsApp(portal, companyType, { name: 'Other' }, here.time.now);
    const kind = portal.associationTypes.labelled(contactType, companyType, 'Primary');
    const byHand = { at: here.time.now, sourceType: 'CRM_UI', sourceId: 'userId:1' };
    linkRecords(portal, here.contact, other, kind, byHand);
    const news = { jobtitle: 'Head of Nothing', hs_email_hard_bounce_reason_enum: 'UNKNOWN_USER' };
    updateAsPerson(portal, here.contact, news, here.time.now);
    await minute(here);
    here.time.now += 200 * DAY_MS;
    const told = await tables(here);
    expect(told.get('Contacts that may be out of date')?.map(([, count]) => count)).toEqual([
      '1',
      '1',
      '0',
      '1',
      '0',
      '1',
      '1',
    ]);
    expect(told.get('To look at first')).toEqual([
      [
        here.contact.id,
        'Automated qualified lead',
        { day: expect.any(Number) as number },
        'e-mail bounces, other company than at AQL, other title than at AQL, nothing heard',
        'find another address, or call',
      ],
    ]);
    expect(told.get('Marketable stock')?.map(([, count]) => count)).toEqual(['1', '1', '1', '0', '0']);
  });

  it('a link to print opens once, within five minutes, in its own portal, and its secret is kept nowhere', async () => {
    await using here = await livePortal(database);
    const { core, portalId: id } = here.backend;
    const needs = pageOf(here);
    const faults: unknown[] = [];
    const routes = [
      modelPageRoutes({
        ...needs,
        publicUrl: 'http://127.0.0.1',
        clock: core.clock,
        isConnected: () => true,
        check: () => 'unsigned',
        refused: () => {},
      }),
    ];
    await using http = await startHttp({ host: '127.0.0.1', port: 0, routes, report: (fault) => faults.push(fault) });
    const get = (secret: string, method = 'GET') => fetch(`http://127.0.0.1:${http.port}/print/${secret}`, { method });
    const make = async () => (await needs.makePrintLink(SDR.userId)).secret;

    const first = await make();
    const stored = await database.inPortal(id, (tx) => tx.query('select * from print_link'));
    expect(stored.rows).toHaveLength(1);
    expect(JSON.stringify(stored.rows)).not.toContain(first);
    expect(await modelPageNeeds(core, portalId('1')).openPrint(first)).toBe('unknown');
    expect((await get(first, 'HEAD')).status).toBe(200);
    const both = await Promise.all([get(first), get(first)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    const opened = both.find(({ status }) => status === 200);
    expect(opened?.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(opened?.headers.get('cache-control')).toBe('no-store');
    expect(opened?.headers.get('referrer-policy')).toBe('no-referrer');
    const text = await opened?.text();
    expect(text).toContain('<h2>Recycling</h2>');
    expect(text).not.toContain('<script');
    expect(await (await get(first)).text()).toContain('This link was opened before');

    const second = await make();
    here.time.now += 5 * MINUTE_MS;
    const late = await get(second);
    expect([late.status, await late.text()]).toEqual([410, expect.stringContaining('they are over')]);
    expect((await get('x'.repeat(43))).status).toBe(404);
    expect((await get('..%2Fsecret')).status).toBe(404);

    here.time.now += 2 * DAY_MS;
    await make();
    const left = await database.inPortal(id, (tx) => tx.query('select hash from print_link'));
    expect(left.rows).toHaveLength(1);
    expect(faults).toEqual([]);
  });
});
