import { expect, test } from 'vitest';
import { createClient } from '../../src/adapters/hubspot/client.ts';
import { createPortalGateway } from '../../src/adapters/hubspot/portal-gateway.ts';
import { recordId } from '../../src/domain/values/ids.ts';
import { linkRecords } from '../../src/sandbox/link-records.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import type { Switches } from '../../src/sandbox/switches.ts';
import { createAsApp } from '../support/new-portal.ts';

const token = 'pat-test';
const readings: readonly Partial<Switches>[] = [
  {},
  { batchUpdate: 'all-or-nothing' },
  { traceIdsInResults: false },
  { resultOrder: 'reversed' },
  { traceIdsInResults: false, resultOrder: 'reversed', batchUpdate: 'all-or-nothing' },
  { noAssociations: 'omitted' },
  { customObjects: false },
];

/** A portal that reads the documentation in one way, with our properties in it. */
async function portalThatReads(switches: Partial<Switches>) {
  const sandbox = await startSandbox({ token, clientSecret: 'secret', now: Date.now, switches });
  const client = createClient({ accessToken: token, basePath: sandbox.url, announced: () => undefined });
  const gateway = createPortalGateway(client, {
    now: Date.now,
    random: () => 0,
    sleep: () => Promise.reject(new Error('no reason to wait')),
    takeCall: () => Promise.resolve(0),
    pause: () => Promise.resolve(),
    count: () => undefined,
  });
  const report = await gateway.provision('background');
  const contacts = ['a', 'b', 'c'].map((name) => createAsApp(sandbox.portal, '0-1', { email: `${name}@b.example` }));
  const ids = contacts.map(({ id }) => recordId(id));
  return { sandbox, gateway, report, ids, [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose]() };
}

test.each(readings)('each row of a batch gets its own outcome: %j', async (switches) => {
  await using portal = await portalThatReads(switches);
  const { gateway, ids, sandbox } = portal;
  const values = ['1', 'many', '3'];
  const writes = ids.map((id, index) => ({ type: 'contact', id, properties: { l2r_attempt: values[index] ?? '' } }));
  const outcomes = await gateway.writeRecords('contact', writes, 'live');
  expect(outcomes.map(({ id, kind }) => [id, kind])).toEqual([
    [ids[0], 'written'],
    [ids[1], 'refused'],
    [ids[2], 'written'],
  ]);
  const kept = ids.map((id) => sandbox.portal.table('0-1').get(id)?.values.get('l2r_attempt'));
  expect(kept).toEqual(['1', undefined, '3']);
});

test.each(readings)('a task made twice is one task, linked to its contact: %j', async (switches) => {
  await using portal = await portalThatReads(switches);
  const { gateway, ids, sandbox } = portal;
  const [id = recordId('0')] = ids;
  const properties = { hs_timestamp: '2026-12-01T09:00:00.000Z', hs_task_subject: 'Call' };
  const task = { type: 'task' as const, key: 'task-1', properties, linkTo: { type: 'contact' as const, id } };
  for (const _time of [1, 2]) expect(await gateway.create(task, 'person')).toEqual({ id: 'task-1', kind: 'written' });
  expect(sandbox.state().records['task']).toBe(1);
  expect(sandbox.portal.linked({ typeId: '0-1', id }, '0-27')).toHaveLength(1);
});

test.each(readings)('a deal without contacts has none, whatever the answer says: %j', async (switches) => {
  await using portal = await portalThatReads(switches);
  const { gateway, sandbox } = portal;
  const deal = recordId(createAsApp(sandbox.portal, '0-3', { dealname: 'D' }).id);
  expect((await gateway.contactsOfDeals([deal], 'live')).get(deal) ?? []).toEqual([]);
});

test.each(readings)('a contact has its primary company, else its oldest, else none: %j', async (switches) => {
  await using portal = await portalThatReads({ ...switches, firstCompanyIsPrimary: false });
  const { gateway, sandbox, ids } = portal;
  const [marked, unmarked, alone] = ids;
  const [old, young] = ['O', 'Y'].map((name) => createAsApp(sandbox.portal, '0-2', { name }));
  if (!marked || !unmarked || !alone || !old || !young) throw new Error('The portal has too few records.');
  const link = (contact: string, company: { id: string }, label: string | null) =>
    linkRecords(
      sandbox.portal,
      { typeId: '0-1', id: contact },
      { typeId: '0-2', id: company.id },
      sandbox.portal.associationTypes.labelled('0-1', '0-2', label),
      { at: Date.now(), sourceType: 'CRM_UI', sourceId: '' },
    );
  for (const contact of [marked, unmarked]) for (const company of [young, old]) link(contact, company, null);
  link(marked, young, 'Primary');
  const companies = await gateway.companiesOfContacts([...ids, recordId('404')], 'live');
  expect([...companies]).toEqual([
    [marked, young.id],
    [unmarked, old.id],
    [alone, undefined],
  ]);
});

test('a portal without custom objects says so, and everything else is there', async () => {
  await using portal = await portalThatReads({ customObjects: false });
  expect(portal.report.unavailable.join()).toContain('Funnel Metrics');
  expect(portal.report.created).toContain('contacts.l2r_stage');
});
