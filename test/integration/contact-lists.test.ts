import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCode } from '../../src/domain/touch/touch.ts';
import { toIso } from '../../src/domain/values/instant.ts';
import { contactType } from '../../src/sandbox/object-types.ts';
import type { Database } from '../../src/store/database.ts';
import { inputServer } from '../support/input-server.ts';
import { livePortal, recordsOf, settleDown, START, valuesOf, type World } from '../support/live-portal.ts';
import { createAsApp, updateAsPerson } from '../support/new-portal.ts';
import { serverStore } from '../support/stores.ts';

let database: Database;
const store = serverStore();
beforeAll(async () => {
  database = await store.open();
});
afterAll(() => database[Symbol.asyncDispose]());

const at = toIso(START - 86_400_000);
const fair = { name: 'Fair 2026', kind: 'attendee', at };
const ada = {
  email: 'Ada@Engine.example',
  firstName: 'Ada',
  lastName: 'Lovelace',
  title: 'Analyst',
  company: 'Engine',
};

const contactBy = ({ sandbox }: World, email: string) => sandbox.portal.table(contactType).findUnique('email', email);

/** What lists have said of a person, by the properties of our facts. */
async function factsOf({ backend: { portalId } }: World, id: string | undefined): Promise<string[]> {
  const { rows } = await database.inPortal(portalId, (tx) =>
    tx.query<{ property: string; value: string }>(
      `select property, value from event where portal_id = $1 and object_id = $2 and source_type = 'v1' order by property`,
      [portalId, id],
    ),
  );
  return rows.map(({ property, value }) => `${property}=${value}`);
}

/** How the list made a person known, whether that stands in the history or beside it. */
const acquisitionOf = (here: World, email: string) => contactBy(here, email)?.values.get('l2r_acquisition');

describe('a list', () => {
  it('makes who is not there, fills in what is empty, and writes nothing over', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    updateAsPerson(here.sandbox.portal, here.contact, { firstname: 'Kimberly' });
    const kim = {
      email: ' kim@BUYER.example',
      firstName: 'Kim',
      lastName: 'Novak',
      phone: '+49 30 901820',
      company: 'Other',
    };
    const { listId } = await server.send('/v1/lists', { ...fair, rows: [ada, kim] });
    await settleDown(here);
    expect(valuesOf(here.contact)).toMatchObject({
      firstname: 'Kimberly',
      lastname: 'Novak',
      phone: '+49 30 901820',
      company: 'Buyer',
    });
    const made = contactBy(here, 'ada@engine.example');
    expect(made && valuesOf(made)).toMatchObject({ firstname: 'Ada', jobtitle: 'Analyst', l2r_acquisition: 'event' });
    expect(await factsOf(here, made?.id)).toEqual(['l2r_touch=event_attended||fair_2026']);
    expect(await factsOf(here, here.contact.id)).toEqual(['l2r_touch=event_attended||fair_2026']);
    expect(acquisitionOf(here, 'kim@buyer.example')).toBeUndefined();
    const report = await server.report(`/v1/lists/${listId}`);
    expect(report).toMatchObject({
      kind: 'list',
      rows: { waiting: 0, taken: 1, created: 1, rejected: 0 },
      remarks: [],
    });
  });

  it('has everybody once, however often and in whatever pieces it comes', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    const before = recordsOf(here, contactType).length;
    const first = await server.send('/v1/lists', { ...fair, rows: [ada, { ...ada, email: 'ADA@engine.example ' }] });
    expect(first).toMatchObject({ accepted: 1, duplicates: 1 });
    await settleDown(here);
    const again = await server.send('/v1/lists', { ...fair, rows: [ada, { email: 'bob@engine.example' }] });
    expect(again).toMatchObject({ listId: first.listId, accepted: 1, duplicates: 1 });
    await settleDown(here);
    expect(recordsOf(here, contactType)).toHaveLength(before + 2);
    expect(await factsOf(here, contactBy(here, 'ada@engine.example')?.id)).toHaveLength(1);
    const other = await server.post('/v1/lists', { ...fair, kind: 'no_show', rows: [ada] });
    expect(other.status).toBe(409);
  });

  it('names what it does not take, and forgets who was on it', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    const rows = [
      { email: 'no address' },
      { email: 'x@example.com' },
      { ...ada, phone: '1111111' },
      { email: 'bob@engine.example', age: 7 },
      { email: 'eve@engine.example', lastName: 'x'.repeat(101) },
    ];
    const { listId, rejected } = await server.send('/v1/lists', { name: '=cmd()', kind: 'registered', rows });
    expect(rejected.map(({ row, field }) => [row, field])).toEqual([
      [0, 'email'],
      [1, 'email'],
      [3, 'age'],
      [4, 'lastName'],
    ]);
    await settleDown(here);
    const csv = await server.get(`/v1/lists/${listId}`, { accept: 'text/csv' });
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const lines = (await csv.text()).trim().split('\r\n');
    expect(lines[0]).toBe('intake,row,outcome,field,why');
    expect(lines.slice(1).map((line) => line.split(',').slice(1, 4))).toEqual([
      ['0', 'rejected', 'email'],
      ['1', 'rejected', 'email'],
      ['2', 'created', 'phone'],
      ['3', 'rejected', 'age'],
      ['4', 'rejected', 'lastName'],
    ]);
    const kept = await database.query<{ text: string }>(
      `select to_jsonb(r)::text as text from intake_row r where portal_id = $1`,
      [here.backend.portalId],
    );
    expect(kept.rows.map(({ text }) => text).join('')).not.toMatch(/ada|lovelace|bob@|eve@|engine/i);
  });

  it.each([
    ['no_show', undefined, 'event', 'no_show'],
    ['registered', undefined, 'event', 'registered'],
    ['purchased', undefined, 'purchased', undefined],
    ['sponsored', undefined, 'sponsored_no_consent', 'unconsented_sign_up'],
    ['sponsored', { given: false, at, source: 'form' }, 'sponsored_no_consent', 'unconsented_sign_up'],
    ['sponsored', { given: true, at, source: 'Partner form' }, 'sponsored', 'sponsored_sign_up'],
    ['content_syndication', { given: true, at, source: 'form' }, 'content_syndication', 'content_download'],
  ])('of kind %s with consent %o says how people came to us', async (kind, consent, acquisition, touch) => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    const { listId } = await server.send('/v1/lists', { name: 'L', kind, at, rows: [{ ...ada, consent }] });
    await settleDown(here);
    expect(acquisitionOf(here, 'ada@engine.example')).toBe(acquisition);
    const facts = await factsOf(here, contactBy(here, 'ada@engine.example')?.id);
    expect(facts.find((fact) => fact.startsWith('l2r_touch'))).toBe(touch && `l2r_touch=${touch}||l`);
    const evidence = facts.filter((fact) => fact.startsWith('l2r_consent'));
    expect(evidence).toEqual(
      consent ? [`l2r_consent=${consent.given ? 'given' : 'refused'}|${toCode(consent.source)}|`] : [],
    );
    const { remarks } = await server.report(`/v1/lists/${listId}`);
    expect(remarks.map(({ field }) => field)).toEqual(acquisition === 'sponsored_no_consent' ? ['consent'] : []);
  });

  it('of 300 people makes each once while HubSpot limits, fails, cuts and drops rows', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    const before = recordsOf(here, contactType).length;
    here.sandbox.faults.set({ rateLimited: 0.1, serverError: 0.1, cutBefore: 0.1, cutAfter: 0.1, droppedRows: 0.1 });
    const rows = Array.from({ length: 300 }, (_, index) => ({ email: `p${index}@crowd.example`, firstName: 'Pat' }));
    const { listId } = await server.send('/v1/lists', { name: 'Crowd', kind: 'purchased', rows });
    await settleDown(here);
    here.sandbox.faults.set({ rateLimited: 0, serverError: 0, cutBefore: 0, cutAfter: 0, droppedRows: 0 });
    here.time.now += 3_600_000;
    await settleDown(here);
    const report = await server.report(`/v1/lists/${listId}`);
    expect(report.rows).toEqual({ waiting: 0, taken: 0, created: 300, rejected: 0 });
    const { records } = here.sandbox.portal.table(contactType).page({ limit: 1_000, archived: false });
    expect(records).toHaveLength(before + 300);
    expect(new Set(records.map(({ values }) => values.get('email'))).size).toBe(before + 300);
  });

  it('a person HubSpot refuses is named with its reason, but for what was sent, and may be sent again', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    const path = '/crm/properties/2026-09/contacts/l2r_acquisition';
    const headers = { authorization: 'Bearer t' };
    expect((await fetch(here.sandbox.url + path, { method: 'DELETE', headers })).status).toBe(204);
    const rows = [ada, { email: 'bob@engine.example' }];
    const { listId } = await server.send('/v1/lists', { ...fair, rows });
    await settleDown(here);
    const refused = await server.report(`/v1/lists/${listId}`);
    expect(refused.rows).toMatchObject({ created: 0, rejected: 2 });
    expect(refused.remarks[0]?.why).toMatch(/^HubSpot refused: .*l2r_acquisition/);
    expect(JSON.stringify(refused)).not.toMatch(/engine\.example|Lovelace/);
    await here.backend.core.gateway.provision('background');
    expect(await server.send('/v1/lists', { ...fair, rows })).toMatchObject({ accepted: 2, duplicates: 0 });
    await settleDown(here);
    expect((await server.report(`/v1/lists/${listId}`)).rows).toMatchObject({ created: 2, rejected: 2 });
  });

  it('says the same of a person whom a process made before it was killed', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    const { listId } = await server.send('/v1/lists', { name: 'Bought', kind: 'purchased', rows: [ada] });
    const person = { email: 'ada@engine.example', values: { firstName: 'Ada' }, acquisition: 'purchased' } as const;
    await here.backend.core.gateway.createPeople([person], 'background');
    await settleDown(here);
    expect((await server.report(`/v1/lists/${listId}`)).rows).toMatchObject({ created: 1, taken: 0 });
    const { rows } = await database.query(
      `select value, source_type from attribute where portal_id = $1 and property = 'l2r_acquisition'`,
      [here.backend.portalId],
    );
    expect(rows).toMatchObject([{ value: 'purchased' }]);
  });

  it('and another that have the same person make them once', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    await server.send('/v1/lists', { ...fair, rows: [ada] });
    await server.send('/v1/lists', { name: 'Bought', kind: 'purchased', rows: [ada] });
    await settleDown(here);
    expect(acquisitionOf(here, 'ada@engine.example')).toBe('event');
    expect(recordsOf(here, contactType)).toHaveLength(2);
  });

  it('a person who turned up meanwhile is found, not written over', async () => {
    await using here = await livePortal(database);
    const { gateway } = here.backend.core;
    createAsApp(here.sandbox.portal, contactType, { email: 'ada@engine.example', firstname: 'Augusta' });
    const people = ['ada@engine.example', 'bob@engine.example'].map(
      (email) => ({ email, values: { firstName: 'Pat' }, acquisition: 'event' }) as const,
    );
    expect((await gateway.createPeople(people, 'background')).map(({ kind }) => kind)).toEqual(['refused', 'written']);
    expect(contactBy(here, 'ada@engine.example')?.values.get('firstname')).toBe('Augusta');
  });
});
