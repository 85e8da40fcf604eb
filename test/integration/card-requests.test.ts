import { createHmac, createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../src/adapters/hubspot/shipped-definitions.ts';
import { createPersonRoutes } from '../../src/compose/person-routes.ts';
import { SECOND_MS } from '../../src/domain/values/instant.ts';
import { startHttp } from '../../src/http/server.ts';
import type { Database } from '../../src/store/database.ts';
import type { LeadCardAnswer, Problem } from '../../src/http/contract/cards.ts';
import {
  DESPITE,
  leadCard,
  livePortal,
  OTHER_SDR,
  raisedHand,
  recordsOf,
  SDR,
  settleDown,
  valuesOf,
} from '../support/live-portal.ts';
import { taskType } from '../../src/sandbox/object-types.ts';
import { serverStore } from '../support/stores.ts';

const SECRET = 'the app’s secret';
const PUBLIC_URL = 'https://l2r.example.com';

let database: Database;
const store = serverStore();
beforeAll(async () => {
  database = await store.open();
});
afterAll(() => database[Symbol.asyncDispose]());

type Here = Awaited<ReturnType<typeof livePortal>>;

/** The routes of the cards on a port of their own, and HubSpot's proxy in front of them. */
async function cardServer(here: Here) {
  const { backend, time } = here;
  const queue = { ask: () => Promise.resolve(), [Symbol.asyncDispose]: () => Promise.resolve() };
  const config = { ...backend.core.config, http: { ...backend.core.config.http, publicUrl: PUBLIC_URL } };
  const hubspot = { ...config.hubspot, clientSecrets: [SECRET] };
  const core = { ...backend.core, config: { ...config, hubspot } };
  const routes = createPersonRoutes(core, backend.portalId, queue);
  const server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    routes,
    report: (fault) => expect(fault).toBeUndefined(),
  });
  const origin = `http://127.0.0.1:${server.port}`;
  const signed = (method: string, path: string, body: string, at = time.now) => ({
    'content-type': 'application/json',
    'x-hubspot-request-timestamp': String(at),
    'x-hubspot-signature-v3': createHmac('sha256', SECRET)
      .update(method + PUBLIC_URL + path + body + String(at))
      .digest('base64'),
  });
  const send = (method: string, path: string, body: string, headers: Record<string, string>) =>
    fetch(origin + path, { method, headers, ...(method === 'GET' ? {} : { body }) });
  return { signed, send, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const query = ({ backend }: Here, user = SDR.userId) => `?portalId=${backend.portalId}&userId=${user}`;

describe('a click on the lead card', () => {
  it('is taken once, however often it is repeated', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    await using cards = await cardServer(here);
    const { handoff } = await leadCard(here);
    const path = `/extension/v1/contacts/${here.contact.id}/accept${query(here)}`;
    const body = JSON.stringify({ key: 'click-0001', handoffId: handoff?.handoffId, despite: DESPITE });
    const headers = cards.signed('POST', path, body);
    for (let time = 0; time < 3; time += 1) {
      const response = await cards.send('POST', path, body, headers);
      expect(response.status).toBe(200);
      expect(((await response.json()) as LeadCardAnswer).handoff).toMatchObject({
        state: 'pending',
        decidedBy: 'Owner 21',
      });
    }
    here.time.now += SECOND_MS;
    await settleDown(here);
    const later = await cards.send('POST', path, body, headers);
    expect(((await later.json()) as LeadCardAnswer).handoff?.state).toBe('accepted');
  });

  it('that comes second is refused with the name of who was first', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    await using cards = await cardServer(here);
    const { handoff } = await leadCard(here);
    const answers: Response[] = [];
    for (const { userId } of [SDR, OTHER_SDR]) {
      const path = `/extension/v1/contacts/${here.contact.id}/accept${query(here, userId)}`;
      const body = JSON.stringify({ key: `click-of-${userId}`, handoffId: handoff?.handoffId, despite: DESPITE });
      answers.push(await cards.send('POST', path, body, cards.signed('POST', path, body)));
    }
    expect(answers.map(({ status }) => status)).toEqual([200, 409]);
    const problem = (await answers[1]?.json()) as Problem;
    expect(problem.detail).toBe('Owner 21 has just decided this; HubSpot has still to confirm it.');
  });

  it.each([
    ['unsigned', 401, () => ({})],
    ['forged', 401, (headers: Record<string, string>) => ({ ...headers, 'x-hubspot-signature-v3': 'A'.repeat(44) })],
    ['with another body than was signed', 401, (headers: Record<string, string>) => headers, '{"key":"click-0009"}'],
  ])('%s changes nothing', async (_name, status, tamper, otherBody?: string) => {
    await using here = await livePortal(database);
    await raisedHand(here);
    await using cards = await cardServer(here);
    const before = await leadCard(here);
    const path = `/extension/v1/contacts/${here.contact.id}/accept${query(here)}`;
    const body = JSON.stringify({ key: 'click-0001', handoffId: before.handoff?.handoffId });
    const response = await cards.send('POST', path, otherBody ?? body, tamper(cards.signed('POST', path, body)));
    expect(response.status).toBe(status);
    expect(await leadCard(here)).toEqual(before);
  });

  it('that is more than five minutes old changes nothing', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    await using cards = await cardServer(here);
    const before = await leadCard(here);
    const path = `/extension/v1/contacts/${here.contact.id}/accept${query(here)}`;
    const body = JSON.stringify({ key: 'click-0001', handoffId: before.handoff?.handoffId });
    const headers = cards.signed('POST', path, body, here.time.now - 301 * SECOND_MS);
    expect((await cards.send('POST', path, body, headers)).status).toBe(401);
    expect(await leadCard(here)).toEqual(before);
  });

  it('of another portal, or of nobody, changes nothing', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    await using cards = await cardServer(here);
    const before = await leadCard(here);
    for (const search of ['?portalId=999&userId=1000021', `?portalId=${here.backend.portalId}`, '']) {
      const path = `/extension/v1/contacts/${here.contact.id}/accept${search}`;
      const body = JSON.stringify({ key: 'click-0001', handoffId: before.handoff?.handoffId });
      expect((await cards.send('POST', path, body, cards.signed('POST', path, body))).status).toBe(403);
    }
    expect(await leadCard(here)).toEqual(before);
  });

  it('without what it needs says what is missing', async () => {
    await using here = await livePortal(database);
    await using cards = await cardServer(here);
    const path = `/extension/v1/contacts/${here.contact.id}/recycle${query(here)}`;
    for (const body of ['', 'no json', '{"key":"x"}', '[]']) {
      const response = await cards.send('POST', path, body, cards.signed('POST', path, body));
      expect(response.status).toBe(422);
      expect(((await response.json()) as Problem).detail).toMatch(/key|expected/i);
    }
  });
});

describe('the card of why', () => {
  it('answers for now and for a past day, and says what is no day', async () => {
    await using here = await livePortal(database);
    await using cards = await cardServer(here);
    const ask = async (at: string) => {
      const path = `/extension/v1/contacts/${here.contact.id}/why${query(here)}${at}`;
      return cards.send('GET', path, '', cards.signed('GET', path, ''));
    };
    expect(await (await ask('')).json()).toMatchObject({ now: here.time.now, at: here.time.now, isPast: false });
    expect(await (await ask('&at=2026-06-28')).json()).toMatchObject({
      isPast: true,
      version: SHIPPED_DEFINITIONS.version,
    });
    for (const at of ['&at=yesterday', '&at=2026-02-30', '&at=2026-06-28T10:00:00']) {
      const response = await ask(at);
      expect([at, response.status]).toEqual([at, 422]);
    }
  });
});

describe('disqualifying', () => {
  it('is done once, answered with the card, and refused in words', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    await using cards = await cardServer(here);
    const post = (action: string, body: object, user = SDR.userId) => {
      const path = `/extension/v1/contacts/${here.contact.id}/${action}${query(here, user)}`;
      const text = JSON.stringify(body);
      return cards.send('POST', path, text, cards.signed('POST', path, text));
    };
    const { handoff } = await leadCard(here);
    const body = { key: 'click-0001', handoffId: handoff?.handoffId, reason: 'spam' };
    for (let time = 0; time < 2; time += 1) {
      const answer = (await (await post('disqualify', body)).json()) as LeadCardAnswer;
      expect(answer.disqualified).toMatchObject({ by: 'Owner 21', reason: 'Spam or test' });
    }
    expect((await post('disqualify', { ...body, key: 'click-0002', handoffId: null })).status).toBe(409);
    const refused = await post('reinstate', { key: 'click-0003', reason: 'mistake' });
    expect(refused.status).toBe(403);
    expect(((await refused.json()) as Problem).detail).toContain('may take a disqualification back');
  });
});

describe('the workflow action', () => {
  const call = (here: Here, portal = String(here.backend.portalId)) =>
    JSON.stringify({
      callbackId: 'cb-1',
      origin: { portalId: Number(portal), actionDefinitionId: 1 },
      object: { objectId: Number(here.contact.id), objectType: 'CONTACT' },
      inputFields: { reason: 'demo' },
    });
  const PATH = '/workflow-actions/qualify-now';

  it('qualifies once, however often HubSpot repeats it', async () => {
    await using here = await livePortal(database);
    await using cards = await cardServer(here);
    for (let time = 0; time < 3; time += 1) {
      here.time.now += SECOND_MS;
      const response = await cards.send('POST', PATH, call(here), cards.signed('POST', PATH, call(here)));
      expect(await response.json()).toMatchObject({ outputFields: { priority: 'P1' } });
    }
    await settleDown(here);
    expect(await leadCard(here)).toMatchObject({
      priority: { id: 'P1', reason: 'Asked for a demo' },
      handoff: { state: 'offered' },
    });
    expect(valuesOf(here.contact)['lifecyclestage']).toBe('marketingqualifiedlead');
    expect(recordsOf(here, taskType)).toHaveLength(1);
  });

  it('may carry the older signature, and nothing else', async () => {
    await using here = await livePortal(database);
    await using cards = await cardServer(here);
    const older = (secret: string) => ({
      'content-type': 'application/json',
      'x-hubspot-signature-version': 'v2',
      'x-hubspot-signature': createHash('sha256')
        .update(`${secret}POST${PUBLIC_URL}${PATH}${call(here)}`)
        .digest('hex'),
    });
    expect((await cards.send('POST', PATH, call(here), older('another'))).status).toBe(401);
    expect((await cards.send('POST', PATH, call(here), {})).status).toBe(401);
    const foreign = call(here, '999');
    expect((await cards.send('POST', PATH, foreign, cards.signed('POST', PATH, foreign))).status).toBe(403);
    await settleDown(here);
    expect((await leadCard(here)).handoff).toBeNull();
    expect((await cards.send('POST', PATH, call(here), older(SECRET))).status).toBe(200);
    await settleDown(here);
    expect((await leadCard(here)).handoff?.state).toBe('offered');
  });
});
