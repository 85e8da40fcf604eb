import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '../../src/domain/journey/fact.ts';
import { SIGNAL } from '../../src/domain/touch/signal.ts';
import { recordId } from '../../src/domain/values/ids.ts';
import type { Database } from '../../src/store/database.ts';
import type { Neighborhood } from '../../src/usecases/ports.ts';
import {
  changed,
  connectTestPortal,
  deleted,
  employed,
  linked,
  merged,
  observed,
  restored,
  seen,
  type TestPortal,
} from '../support/history.ts';
import { day, facts } from '../support/journey-builders.ts';
import { eachStore } from '../support/stores.ts';

const key = (type: 'contact' | 'company' | 'deal', id: string) => ({ type, id: recordId(id) });

eachStore((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const near = (portal: TestPortal, ...touched: ReturnType<typeof key>[]): Promise<Neighborhood> =>
    portal.store.inPortal(portal.id, (tx) => tx.neighborhood(touched));
  const valuesIn = (all: readonly Fact[] | undefined, property: string) =>
    (all ?? []).filter((fact) => fact.property === property).map(({ occurredAt, value }) => [occurredAt, value]);

  describe('a value that rules ask about', () => {
    it('stands beside the history, once, and is a fact like any other', async () => {
      const portal = await connectTestPortal(database);
      const title = changed('contact', '1', 'jobtitle', [1, 'Engineer'], [2, 'CTO'], [3, '']);
      expect(await portal.tell(seen('contact', '1'), ...title)).toBe(3);
      expect(await portal.tell(...title)).toBe(0);
      expect((await portal.query('select 1 from event')).rowCount).toBe(0);
      const { contacts } = await near(portal, key('contact', '1'));
      expect(valuesIn(contacts.get(recordId('1'))?.facts, 'jobtitle')).toEqual([
        [day(1), 'Engineer'],
        [day(2), 'CTO'],
        [day(3), ''],
      ]);
    });

    it.each([
      ['long', '🙂'.repeat(700), '🙂'.repeat(500)],
      ['with NUL and half an emoji', 'a\0b\ud83d', 'a\ufffdb\ufffd'],
      ['with quotes', `O'Neil "x"; --`, `O'Neil "x"; --`],
    ])('is kept though it is %s', async (_kind, value, kept) => {
      const portal = await connectTestPortal(database);
      const told = changed('contact', '1', 'jobtitle', [1, value]);
      await portal.tell(seen('contact', '1'), ...told);
      expect(await portal.tell(...told)).toBe(0);
      expect((await portal.query('select value from attribute')).rows).toEqual([{ value: kept }]);
    });

    it('is one value in whatever form a date was told', async () => {
      const portal = await connectTestPortal(database);
      const [iso, ms] = ['2026-01-05T00:00:00Z', String(day(4))].map((value) =>
        changed('contact', '1', 'hs_email_last_click_date', [4, value]),
      );
      expect(await portal.tell(seen('contact', '1'), ...(iso ?? []), ...(ms ?? []))).toBe(1);
    });

    it('of which HubSpot tells no moment counts from the record’s creation, another from when it was seen', async () => {
      let now = day(10);
      const portal = await connectTestPortal(database, () => now);
      const read = (value: string) => {
        const [fact] = facts('company', '9', 'numberofemployees', [0, value]);
        if (!fact) throw new Error('One change makes one fact.');
        return observed({ ...fact, knownAt: now, dated: false });
      };
      await portal.tell(seen('company', '9'), read('9'));
      for (const value of ['9', '10', '10', '', '']) {
        now += 1_000;
        await portal.tell(read(value));
      }
      const { companies } = await near(portal, key('company', '9'));
      expect(valuesIn(companies.get(recordId('9'))?.facts, 'numberofemployees')).toEqual([
        [day(0), '9'],
        [day(10) + 2_000, '10'],
        [day(10) + 4_000, ''],
      ]);
    });

    it('is the survivor’s after a merge, where it has one', async () => {
      const portal = await connectTestPortal(database);
      await portal.tell(
        seen('contact', '1'),
        seen('contact', '2'),
        ...changed('contact', '1', 'jobtitle', [1, 'CTO']),
        ...changed('contact', '2', 'jobtitle', [5, 'Student']),
        ...changed('contact', '2', 'country', [5, 'FR']),
        merged('contact', '2', '1', 7),
      );
      const { contacts } = await near(portal, key('contact', '1'));
      const all = contacts.get(recordId('1'))?.facts;
      expect(valuesIn(all, 'jobtitle').at(-1)).toEqual([day(7), 'CTO']);
      expect(valuesIn(all, 'country')).toEqual([[day(5), 'FR']]);
    });
  });

  describe('a company', () => {
    const signal = (company: string, at: number) => changed('company', company, SIGNAL, [at, 'intent|crm|700|reviews']);
    const office = [
      seen('company', '8'),
      seen('company', '9'),
      ...['1', '2', '3'].map((id) => seen('contact', id)),
      employed('1', '9', 1),
      employed('2', '9', 1),
      employed('3', '8', 1),
    ];

    it('that is touched brings all its people with their facts and deals', async () => {
      const portal = await connectTestPortal(database);
      await portal.tell(...office, seen('deal', '50'), linked('2', '50', 2), linked('3', '50', 2), ...signal('9', 3));
      const found = await near(portal, key('company', '9'));
      expect([...found.affectedContacts].sort()).toEqual(['1', '2', '3']);
      expect(found.affectedDeals).toEqual(['50']);
      expect([...found.affectedCompanies].sort()).toEqual(['8', '9']);
      expect([...found.companyOf]).toEqual(
        expect.arrayContaining([
          ['1', '9'],
          ['2', '9'],
          ['3', '8'],
        ]),
      );
      expect(found.contactsOfCompany.get(recordId('9'))).toEqual(['1', '2']);
      expect(valuesIn(found.companies.get(recordId('9'))?.facts, SIGNAL)).toHaveLength(1);
    });

    it('comes with a touched contact, and without the facts of its other people', async () => {
      const portal = await connectTestPortal(database);
      await portal.tell(...office);
      const found = await near(portal, key('contact', '1'));
      expect([found.affectedContacts, found.affectedCompanies]).toEqual([['1'], ['9']]);
      expect([...found.contacts.keys()]).toEqual(['1']);
      expect(found.contactsOfCompany.get(recordId('9'))).toEqual(['1', '2']);
    });

    it('that a contact left is affected with the contact, its other people are not', async () => {
      const portal = await connectTestPortal(database);
      await portal.tell(...office);
      const touched = await portal.store.inPortal(portal.id, (tx) =>
        tx.observe([employed('1', '9', 4, 'dissociated'), employed('1', '8', 4)]),
      );
      expect(touched.touched).toEqual([key('contact', '1')]);
      const found = await near(portal, ...(touched.touched as ReturnType<typeof key>[]));
      expect([...found.affectedCompanies].sort()).toEqual(['8', '9']);
      expect(found.companyOf.get(recordId('1'))).toBe('8');
      expect(found.contactsOfCompany.get(recordId('9'))).toEqual(['2']);
    });

    it('in the recycle bin is nobody’s company, and everybody’s again once restored', async () => {
      const portal = await connectTestPortal(database);
      await portal.tell(...office, deleted('company', '9', 5));
      const gone = await near(portal, key('company', '9'));
      expect([...gone.affectedContacts].sort()).toEqual(['1', '2']);
      expect([...gone.companyOf]).toEqual([]);
      expect(gone.companies.get(recordId('9'))?.deletedAt).toBe(day(5));
      await portal.tell(restored('company', '9', 6));
      expect((await near(portal, key('company', '9'))).companyOf.size).toBe(2);
    });

    it('that was merged leaves its people, values and signals to the survivor', async () => {
      const portal = await connectTestPortal(database);
      await portal.tell(
        ...office,
        ...changed('company', '8', 'industry', [1, 'BANKING']),
        ...changed('company', '9', 'industry', [2, 'INSURANCE']),
        ...signal('9', 3),
        merged('company', '9', '8', 6),
      );
      const found = await near(portal, key('company', '8'));
      expect(found.contactsOfCompany.get(recordId('8'))).toEqual(['1', '2', '3']);
      expect([...found.companyOf.values()]).toEqual(['8', '8', '8']);
      const all = found.companies.get(recordId('8'))?.facts;
      expect(valuesIn(all, 'industry').at(-1)).toEqual([day(6), 'BANKING']);
      expect(valuesIn(all, SIGNAL)).toHaveLength(1);
    });

    it('is gone over by itself only where it has no people', async () => {
      const portal = await connectTestPortal(database);
      await portal.tell(...office, seen('company', '7'));
      const records = await portal.store.inPortal(portal.id, (tx) => tx.recordsAfter(undefined, 10));
      expect(records).toEqual([key('company', '7'), ...['1', '2', '3'].map((id) => key('contact', id))]);
    });
  });
});
