import { afterAll, beforeAll, expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../src/adapters/hubspot/shipped-definitions.ts';
import type { Database } from '../../src/store/database.ts';
import { livePortal } from '../support/live-portal.ts';
import { ADMIN, MEMBER, OPS, settingsServer } from '../support/settings-server.ts';
import { onServer } from '../support/stores.ts';

const { labels, scoring } = SHIPPED_DEFINITIONS;

onServer((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('the page shows what is in force, who may do what, and why not', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    const shown = await page.settings();
    expect(shown).toMatchObject({
      now: here.time.now,
      zone: 'Europe/Berlin',
      mode: 'live',
      inForce: { version: SHIPPED_DEFINITIONS.version },
      draft: null,
      history: [{ version: SHIPPED_DEFINITIONS.version, publishedBy: 'settings', isInForce: true }],
      held: { count: 0, perDay: 0 },
      needsSecondApprover: false,
      edit: { allowed: true },
      publish: { allowed: true },
      manageRoles: { allowed: true },
    });
    expect(shown.roles.map(({ name, role }) => [name, role])).toEqual([
      ['Owner 21', 'admin'],
      ['Owner 22', 'ops'],
      ['Owner 31', 'member'],
    ]);
    expect(await page.settings(OPS)).toMatchObject({ edit: { allowed: true }, manageRoles: { allowed: false } });
    const asMember = await page.settings(MEMBER);
    expect(asMember.edit).toEqual({
      allowed: false,
      why: 'Only admins and marketing operations change the definitions. An admin can give you that role.',
    });
  });

  it('whoever may only read changes nothing', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    const asked = [
      ['/draft', { sections: { labels: { AQL: 'Hot' } } }],
      ['/draft/discard', {}],
      ['/publish', { why: 'because' }],
      ['/rollback', { version: 1, why: 'because' }],
      ['/simulate', {}],
      ['/roles', { userId: MEMBER, role: 'admin' }],
      ['/api-keys', { name: 'mine', scopes: ['lists'] }],
      ['/api-keys/some-key/revoke', {}],
    ] as const;
    for (const [path, body] of asked) expect(await page.refusal(path, body, MEMBER)).toMatchObject({ status: 403 });
    expect((await page.get('/api-keys', MEMBER)).status).toBe(403);
    expect((await page.send('POST', '/draft', '{}', ADMIN, 'another secret')).status).toBe(401);
    expect(await page.settings()).toMatchObject({ draft: null, history: [{ isInForce: true }] });
  });

  it('a draft is kept as it is given, says what it changes and what does not work', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    const saved = await page.done('/draft', { sections: { labels: { ...labels, AQL: 'Hot lead' } } }, OPS);
    expect(saved.draft).toMatchObject({
      basedOn: SHIPPED_DEFINITIONS.version,
      savedBy: 'Owner 22',
      problems: [],
      differences: [{ path: 'labels.AQL', to: 'Hot lead' }],
      askedBy: null,
    });
    const unfinished = { ...scoring, behavior: { ...scoring?.behavior, groups: 'soon' } };
    const broken = await page.done('/draft', { sections: { scoring: unfinished } });
    expect(broken.draft?.problems).toEqual([
      { path: 'scoring.behavior.groups', message: expect.stringContaining('array') as string },
    ]);
    expect(broken.draft?.document).toMatchObject({
      labels: { AQL: 'Hot lead' },
      scoring: { behavior: { groups: 'soon' } },
    });

    const crossing = await page.done('/draft', { sections: { scoring: null } });
    expect(crossing.draft?.problems).toEqual([
      { path: 'qualification', message: 'gates ask about scores: add the section scoring, or remove this one' },
    ]);
    const without = await page.done('/draft', { sections: { qualification: null } });
    expect(without.draft?.problems).toEqual([]);
    expect(without.draft?.differences.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['scoring', 'qualification']),
    );
    expect((await page.done('/draft/discard', {})).draft).toBeNull();
    expect((await page.settings()).inForce).toMatchObject({ version: SHIPPED_DEFINITIONS.version });
  });

  it('what was left to its default is no difference', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    const touchTypes = SHIPPED_DEFINITIONS.touchTypes.map(({ weight, ...type }) =>
      weight === 1 ? type : { ...type, weight },
    );
    const { draft } = await page.done('/draft', { sections: { touchTypes, version: 77 } });
    expect(draft).toMatchObject({ differences: [], problems: [] });
    expect(await page.refusal('/publish', { why: 'to see' })).toMatchObject({ status: 409 });
  });

  it('of two who edit one section, the second hears of the first; other sections are nobody’s concern', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    const { labels } = (await page.settings()).inForce;
    const edit = (AQL: string, seen: object) => ({ sections: { labels: { ...labels, AQL } }, seen });
    await page.done('/draft', edit('Hot lead', { labels }), OPS);
    expect(await page.refusal('/draft', edit('Warm lead', { labels }))).toMatchObject({
      status: 409,
      detail: expect.stringContaining('Owner 22 has changed “labels” since') as string,
    });
    await page.done('/draft', { sections: { touchTypes: [] }, seen: { touchTypes: SHIPPED_DEFINITIONS.touchTypes } });
    const { draft } = await page.done('/draft', edit('Warm lead', { labels: { ...labels, AQL: 'Hot lead' } }));
    expect(draft?.document).toMatchObject({ labels: { AQL: 'Warm lead' }, touchTypes: [] });
  });

  it('the same click is done once and answered alike', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    const click = { key: 'the-same-click', sections: { labels: { AQL: 'First' } } };
    await page.done('/draft', click);
    await page.done('/draft', { sections: { labels: { AQL: 'Second' } } });
    const again = await page.done('/draft', click);
    expect(again.draft?.document).toMatchObject({ labels: { AQL: 'Second' } });
    const late = { key: 'a-late-click', version: 99, why: 'no such version' };
    const first = await page.refusal('/rollback', late);
    expect(await page.refusal('/rollback', late)).toEqual(first);
  });

  it('a draft of a version that is in force no longer says so, and can be put on top of the new one', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    await page.done('/draft', { sections: { labels: { AQL: 'Hot lead' } } });
    await page.done('/publish', { why: 'Clearer words' });
    await page.done('/draft', { sections: { labels: { AQL: 'Hotter lead' } } });
    await page.done('/rollback', { version: SHIPPED_DEFINITIONS.version, why: 'Confusing' });
    const { draft } = await page.settings();
    expect(draft?.problems[0]).toMatchObject({
      path: '',
      message: expect.stringContaining('came into force') as string,
    });
    expect((await page.refusal('/publish', { why: 'once more' })).detail).toMatch(/came into force after this draft/);
    const rebased = await page.done('/draft', { sections: {}, rebase: true });
    expect(rebased.draft).toMatchObject({
      basedOn: SHIPPED_DEFINITIONS.version,
      problems: [],
      differences: [{ path: 'labels.AQL', to: 'Hotter lead' }],
    });
  });

  it('names that objects share, endless nesting and what cannot be stored are refused and change nothing', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    const names = ['__proto__', 'constructor', 'prototype'];
    const payloads = [
      ...names.map((name) => `{"key":"hostile-${name}","sections":{"${name}":{"polluted":true}}}`),
      ...names.map((name) => `{"key":"hostile-2${name}","sections":{"labels":{"${name}":{"polluted":true}}}}`),
      ...names.map((name) => `{"key":"hostile-3${name}","sections":{"work":{"a":[{"${name}":{"polluted":true}}]}}}`),
      ...names.map((name) => `{"key":"hostile-4${name}","sections":{},"${name}":{"polluted":true}}`),
      '{"key":"hostile-constructor","sections":{"labels":{"constructor":{"prototype":{"polluted":true}}}}}',
      `{"key":"hostile-nesting","sections":{"labels":${'['.repeat(5_000)}${']'.repeat(5_000)}}}`,
      '{"key":"hostile-nul","sections":{"labels":{"AQL":"Hot\\u0000lead"}}}',
      '{"key":"hostile-half","sections":{"labels":{"AQL":"\\ud83d"}}}',
    ];
    expect(payloads).toHaveLength(16);
    for (const payload of payloads) {
      const response = await page.send('POST', '/draft', payload, ADMIN);
      expect([response.status, payload]).toEqual([422, payload]);
      expect(((await response.json()) as { detail: string }).detail).toMatch(/^\S+: /);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(await page.settings()).toMatchObject({ draft: null });
    expect((await page.settings()).inForce).toEqual(JSON.parse(JSON.stringify(SHIPPED_DEFINITIONS)));
  });

  it('a draft has its bounds', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    const long = 'x'.repeat(150_000);
    await page.done('/draft', { sections: { first: long } });
    expect(await page.refusal('/draft', { sections: { second: long } })).toMatchObject({
      status: 422,
      detail: 'A draft has at most 200000 characters: shorten its lists.',
    });
    expect(await page.refusal('/draft', { sections: { third: 'x'.repeat(1_100_000) } })).toMatchObject({ status: 413 });
    expect((await page.settings()).draft?.problems).toEqual([
      { path: '', message: expect.stringContaining('first') as string },
    ]);
    expect((await page.done('/draft', { sections: { first: null } })).draft?.problems).toEqual([]);
  });
});
