import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../src/domain/values/instant.ts';
import type {
  ApiKeysAnswer,
  AskableProperty,
  CreatedApiKeyAnswer,
  PropertiesAnswer,
  UsesAnswer,
} from '../../src/http/contract/settings.ts';
import { SHIPPED_DEFINITIONS } from '../../src/adapters/hubspot/shipped-definitions.ts';
import { contactType } from '../../src/sandbox/object-types.ts';
import { defineProperty } from '../../src/sandbox/api/properties.ts';
import type { Database } from '../../src/store/database.ts';
import { checkApiKey } from '../../src/usecases/api-keys.ts';
import { apiKeyByHash } from '../../src/store/api-key-store.ts';
import { fittingLead } from '../support/fitting-lead.ts';
import { livePortal, type World } from '../support/live-portal.ts';
import { createAsApp } from '../support/new-portal.ts';
import { MEMBER, settingsServer } from '../support/settings-server.ts';
import { onServer } from '../support/stores.ts';

const define = ({ sandbox }: World, name: string, label: string, more: object = {}) =>
  defineProperty(sandbox.portal, contactType, {
    name,
    label,
    type: 'string',
    fieldType: 'text',
    groupName: 'contactinformation',
    ...more,
  });

onServer((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  type Page = Awaited<ReturnType<typeof settingsServer>>;
  const properties = async (page: Page, of = 'contact') => {
    const answer = (await (await page.get(`/properties?of=${of}`, MEMBER)).json()) as PropertiesAnswer;
    const byFact = new Map(answer.properties.map((each) => [each.fact, each]));
    return { all: answer.properties, named: (fact: string) => byFact.get(fact) as AskableProperty };
  };
  const read = ({ backend }: World) => backend.work.timetable(backend.portalId);

  it('the portal’s properties are offered with label, kind, options, how many have them and how soon they are seen', async () => {
    await using here = await livePortal(database);
    const options = ['gold', 'silver'].map((value, displayOrder) => ({
      value,
      label: `${value} plan`,
      displayOrder,
      hidden: false,
    }));
    define(here, 'plan', 'Plan', { type: 'enumeration', fieldType: 'select', options });
    createAsApp(here.sandbox.portal, contactType, { email: 'someone@buyer.example' }, here.time.now);
    await fittingLead(here);
    await using page = await settingsServer(here);
    expect((await properties(page)).all).toEqual([]);

    await read(here);
    const { all, named } = await properties(page);
    expect(named('contact.jobtitle')).toEqual({
      fact: 'contact.jobtitle',
      label: 'Job Title',
      kind: 'text',
      options: [],
      fillRate: 0.5,
      seen: 'at once',
    });
    expect(named('contact.plan')).toEqual({
      fact: 'contact.plan',
      label: 'Plan',
      kind: 'choice',
      options: options.map(({ value, label }) => ({ value, label })),
      fillRate: null,
      seen: 'within about 2 minutes',
    });
    expect(named('contact.hs_email_optout').kind).toBe('yes_no');
    expect(named('contact.num_associated_deals').seen).toMatch(/^worked out by HubSpot: /);
    expect(all.filter(({ fact }) => fact.startsWith('contact.l2r_'))).toEqual([]);
    expect(all.map(({ label }) => label.toLowerCase())).toEqual(all.map(({ label }) => label.toLowerCase()).sort());
    const companies = await properties(page, 'company');
    expect(companies.named('company.industry')).toMatchObject({ kind: 'choice', fillRate: 1, seen: 'at once' });
    expect(companies.named('company.numberofemployees')).toMatchObject({ kind: 'number', fillRate: 1 });
    expect((await page.get('/properties?of=deal')).status).toBe(422);
  });

  it('they are read again once a day and after each whole read, and what HubSpot does not answer waits', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    await read(here);
    define(here, 'later', 'Later');
    here.time.now += MINUTE_MS;
    await read(here);
    expect((await properties(page)).named('contact.later')).toBeUndefined();
    here.time.now += DAY_MS;
    here.sandbox.faults.set({ unavailable: 1 });
    await read(here);
    expect((await properties(page)).named('contact.later')).toBeUndefined();
    here.sandbox.faults.set({});
    await read(here);
    expect((await properties(page)).named('contact.later').label).toBe('Later');
  });

  it('where something is used is told in words, in force and in the draft', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    const uses = async (search: string) => (await (await page.get(`/uses?${search}`, MEMBER)).json()) as UsesAnswer;
    expect(await uses('touch=pricing_page')).toMatchObject({
      inForce: [
        {
          path: 'scoring.behavior.groups.0.rules.1.on.touch',
          label: 'Scoring › Behavior › Groups › “Website” › “Pricing page viewed”',
        },
      ],
      draft: null,
    });
    const { scoring } = structuredClone(SHIPPED_DEFINITIONS);
    for (const group of scoring?.behavior.groups ?? []) group.rules = [];
    await page.done('/draft', { sections: { scoring } });
    expect(await uses('touch=pricing_page')).toMatchObject({ inForce: [{}], draft: [] });
    expect((await uses('fact=contact.jobtitle')).inForce.map(({ label }) => label)).toContain(
      'Scoring › Fit › Vetoes › “Student or researcher”',
    );
    for (const search of ['', 'fact=a&touch=b']) expect((await page.get(`/uses?${search}`)).status).toBe(422);
  });

  it('a key for /v1 is shown once, whoever made it is named, and it can be taken back', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    const { portalId } = here.backend;
    const asked = { key: 'click-for-a-key', name: 'Intent vendor', scopes: ['signals'] };
    const made = (await (await page.post('/api-keys', asked)).json()) as CreatedApiKeyAnswer;
    const isGood = () =>
      checkApiKey(made.apiKey, {
        clock: () => here.time.now,
        isConnected: (id) => id === portalId,
        byHash: (id, hash) => database.inPortal(id, (tx) => apiKeyByHash(tx, id, hash)),
        markUsed: () => Promise.resolve(),
      });
    expect(await isGood()).toMatchObject({ scopes: ['signals'] });
    expect(await page.refusal('/api-keys', asked)).toMatchObject({
      status: 409,
      detail: expect.stringContaining('shown only once') as string,
    });
    const text = await (await page.get('/api-keys')).text();
    expect(text).not.toContain(made.apiKey.slice(-43));
    expect((JSON.parse(text) as ApiKeysAnswer).keys).toMatchObject([
      { keyId: made.keyId, name: 'Intent vendor', createdBy: 'Owner 21', lastUsedAt: null, revokedAt: null },
    ]);
    expect(await page.refusal('/api-keys', { name: '', scopes: [] })).toMatchObject({ status: 422 });

    const revoked = await page.post(`/api-keys/${made.keyId}/revoke`, {});
    expect(((await revoked.json()) as ApiKeysAnswer).keys).toMatchObject([{ revokedBy: 'Owner 21' }]);
    expect(await isGood()).toBeUndefined();
    expect(await page.refusal(`/api-keys/${made.keyId}/revoke`, {})).toMatchObject({ status: 409 });
    expect((await page.get('/nothing-here')).status).toBe(404);
  });
});
