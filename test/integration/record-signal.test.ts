import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MINUTE_MS } from '../../src/domain/values/instant.ts';
import { companyType } from '../../src/sandbox/object-types.ts';
import type { Workflow } from '../../src/sandbox/workflow.ts';
import type { Database } from '../../src/store/database.ts';
import { eventually } from '../support/eventually.ts';
import { inputServer } from '../support/input-server.ts';
import { CLIENT_SECRET, fillInForm, livePortal, settleDown, START, type World } from '../support/live-portal.ts';
import { createAsApp } from '../support/new-portal.ts';
import { embeddedStore } from '../support/stores.ts';

const PATH = '/workflow-actions/record-signal';

let database: Database;
const store = embeddedStore();
beforeAll(async () => {
  database = await store.open();
});
afterAll(() => database[Symbol.asyncDispose]());

async function told({ backend: { portalId } }: World): Promise<string[]> {
  const { rows } = await database.query<{ text: string }>(
    `select object_type || ' ' || object_id || ' ' || property || ' ' || value || ' ' || occurred_at as text from event
      where portal_id = $1 and property in ('l2r_touch', 'l2r_signal') order by event_id`,
    [portalId],
  );
  return rows.map(({ text }) => text);
}

const waiting = async ({ backend: { portalId } }: World): Promise<number> =>
  (await database.query(`select 1 from intake_row where portal_id = $1 and outcome = 'waiting'`, [portalId])).rowCount;

it('a workflow of the portal records a touch of who fills in its form', async () => {
  const workflows: Workflow[] = [];
  await using here = await livePortal(database, { workflows });
  await using server = await inputServer(here);
  const inputFields = { touch_type: 'webinar_attended', topic: 'Spring webinar' };
  workflows.push({ form: 'webinar', actionUrl: server.origin + PATH, inputFields });
  fillInForm(here, 'Thank you for coming to our webinar');
  await eventually(async () => (await waiting(here)) === 1);
  await settleDown(here);
  const { id } = here.contact;
  expect(await told(here)).toEqual([`contact ${id} l2r_touch webinar_attended||spring_webinar ${START}`]);
});

async function call(here: World, server: { origin: string }, more: object) {
  const body = JSON.stringify({
    callbackId: 'cb-1',
    origin: { portalId: Number(here.backend.portalId), actionDefinitionId: 1 },
    object: { objectId: Number(here.contact.id), objectType: 'CONTACT' },
    inputFields: { kind: 'intent', topic: 'CRM', strength: '40', source: '' },
    ...more,
  });
  const at = String(here.time.now);
  const signature = createHmac('sha256', CLIENT_SECRET)
    .update(`POST${server.origin}${PATH}${body}${at}`)
    .digest('base64');
  const headers = { 'x-hubspot-request-timestamp': at, 'x-hubspot-signature-v3': signature };
  return fetch(server.origin + PATH, { method: 'POST', body, headers });
}

it('a signal of a contact or a company is recorded once, however often HubSpot repeats the callback', async () => {
  await using here = await livePortal(database);
  await using server = await inputServer(here);
  const company = createAsApp(here.sandbox.portal, companyType, { name: 'Acme' });
  const ofCompany = { callbackId: 'cb-2', object: { objectId: company.id, objectType: '0-2' } };
  for (let time = 0; time < 3; time += 1) {
    here.time.now += MINUTE_MS;
    for (const more of [{}, ofCompany]) {
      const answer = await call(here, server, more);
      expect(await answer.json()).toEqual({ outputFields: { hs_execution_state: 'SUCCESS' } });
    }
  }
  await settleDown(here);
  const at = START + MINUTE_MS;
  expect(await told(here)).toEqual([
    `contact ${here.contact.id} l2r_signal intent|crm|400|workflow ${at}`,
    `company ${company.id} l2r_signal intent|crm|400|workflow ${at}`,
  ]);
});

it('what says nothing to record lets the workflow go on, and what is not HubSpot’s call is refused', async () => {
  await using here = await livePortal(database);
  await using server = await inputServer(here);
  const nothing = await call(here, server, { inputFields: { kind: '', touch_type: null, strength: '' } });
  expect(await nothing.json()).toEqual({ outputFields: { hs_execution_state: 'FAIL_CONTINUE' } });
  const refused: readonly (readonly [object, number])[] = [
    [{ object: { objectId: 1, objectType: 'DEAL' } }, 400],
    [{ origin: { portalId: 999 } }, 403],
    [{ inputFields: { strength: 'much' } }, 400],
  ];
  for (const [more, status] of refused) expect((await call(here, server, more)).status).toBe(status);
  expect((await fetch(server.origin + PATH, { method: 'POST', body: '{}' })).status).toBe(401);
  expect(await waiting(here)).toBe(0);
});
