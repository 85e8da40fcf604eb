import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import type { Observation } from '../../src/usecases/ports.ts';
import {
  changed,
  connectTestPortal,
  decided,
  deleted,
  employed,
  linked,
  merged,
  observed,
  restored,
  seen,
} from '../support/history.ts';
import { day, facts } from '../support/journey-builders.ts';
import { eachStore } from '../support/stores.ts';

/**
 * Two people, one of them known under three ids until two merges; a deal won by the one; a deal that was in the recycle bin for a
 * day; a deal merged into another; a link that was taken back; companies, two of them merged, between which people moved.
 */
const STORY: readonly Observation[] = [
  ...['1', '2', '3', '4'].map((id) => seen('contact', id)),
  ...['10', '11', '12'].map((id) => seen('deal', id, 5)),
  ...changed('contact', '1', 'lifecyclestage', [1, 'lead'], [3, 'marketingqualifiedlead'], [30, 'lead']),
  ...changed('contact', '1', 'hs_lead_status', [4, 'OPEN'], [20, 'BAD_TIMING'], [31, 'OPEN']),
  ...changed('contact', '2', 'lifecyclestage', [2, 'lead']),
  ...changed('contact', '3', 'lifecyclestage', [0.5, 'lead'], [0.75, '']),
  ...changed('contact', '4', 'lifecyclestage', [2, 'salesqualifiedlead']),
  ...changed('deal', '10', 'dealstage', [5, 'appointmentscheduled'], [7, 'qualifiedtobuy'], [9, 'closedwon']),
  ...changed('deal', '10', 'amount', [5, '100'], [12, '80.5']),
  ...changed('deal', '11', 'dealstage', [6, 'qualifiedtobuy'], [40, 'closedlost']),
  ...changed('deal', '12', 'dealstage', [6, 'closedwon']),
  ...changed('deal', '12', 'amount', [6, '7']),
  linked('1', '10', 5),
  linked('4', '10', 5),
  linked('4', '10', 6, 'dissociated'),
  linked('3', '11', 6),
  linked('4', '12', 6),
  ...['20', '21', '22'].map((id) => seen('company', id)),
  employed('1', '21', 2),
  employed('2', '22', 9),
  employed('3', '22', 3),
  employed('4', '22', 3),
  employed('4', '22', 4, 'dissociated'),
  employed('4', '20', 4),
  merged('company', '21', '20', 12),
  deleted('contact', '3', 5.5),
  restored('contact', '3', 5.7),
  deleted('deal', '11', 7),
  restored('deal', '11', 8),
  merged('contact', '3', '2', 10),
  merged('contact', '2', '1', 11),
  merged('deal', '12', '10', 13),
];

eachStore((store) => {
  let database: Database;

  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('told again, all at once or line by line, adds and changes nothing', async () => {
    const portal = await connectTestPortal(database);
    expect(await portal.tell(...STORY)).toBe(STORY.filter((each) => each.kind !== 'seen').length);
    const before = await decided(database, portal.id);
    expect(await portal.tell(...STORY, ...STORY)).toBe(0);
    for (const each of STORY) expect(await portal.tell(each)).toBe(0);
    expect(await decided(database, portal.id)).toEqual(before);
  });

  it('comes to the same whatever the order in which it arrives, however often and in however many commits', async () => {
    const straight = await connectTestPortal(database);
    await straight.tell(...STORY);
    const expected = await decided(database, straight.id);
    expect(expected['journey']).toHaveLength(3);
    expect(expected['revenue']).toHaveLength(4);
    expect(expected['contact_company']).toEqual([
      { contact_id: '1', company_id: '20' },
      { contact_id: '4', company_id: '20' },
    ]);

    const arrival = fc.record({
      order: fc.shuffledSubarray([...STORY], { minLength: STORY.length }),
      again: fc.array(fc.constantFrom(...STORY), { maxLength: 8 }),
      cuts: fc.array(fc.integer({ min: 1, max: STORY.length }), { maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(arrival, async ({ order, again, cuts }) => {
        const portal = await connectTestPortal(database);
        const all = [...order, ...again];
        const ends = [...new Set([...cuts, all.length])].sort((a, b) => a - b);
        for (const [index, end] of ends.entries()) await portal.tell(...all.slice(ends[index - 1] ?? 0, end));
        expect(await decided(database, portal.id)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  it('keeps when something happened apart from when we first heard of it', async () => {
    const portal = await connectTestPortal(database);
    const [fact] = facts('contact', '1', 'lifecyclestage', [3, 'lead']);
    if (!fact) throw new Error('One change makes one fact.');
    await portal.tell(seen('contact', '1'), observed({ ...fact, knownAt: day(50) }));
    await portal.tell(observed({ ...fact, knownAt: day(60) }));
    const { rows } = await portal.query('select occurred_at, known_at from event');
    expect(rows).toEqual([{ occurred_at: day(3), known_at: day(50) }]);
    expect((await portal.query('select entered_at from visit')).rows).toEqual([{ entered_at: day(3) }]);
  });

  it('counts the same value at another instant, and another value at the same instant, as further lines', async () => {
    const portal = await connectTestPortal(database);
    await portal.tell(seen('contact', '1'), ...changed('contact', '1', 'lifecyclestage', [3, 'lead']));
    expect(await portal.tell(...changed('contact', '1', 'lifecyclestage', [4, 'lead']))).toBe(1);
    expect(await portal.tell(...changed('contact', '1', 'lifecyclestage', [3, 'marketingqualifiedlead']))).toBe(1);
    expect(await portal.tell(...changed('contact', '2', 'lifecyclestage', [3, 'lead']))).toBe(1);
  });

  it('lets a fact inserted in the past change what followed, never the lines that stood', async () => {
    const portal = await connectTestPortal(database);
    await portal.tell(
      seen('contact', '1'),
      ...changed('contact', '1', 'lifecyclestage', [9, 'marketingqualifiedlead']),
    );
    const lines = () =>
      portal.query('select event_id, to_jsonb(e) as line from event e where occurred_at = $1', [day(9)]);
    const before = await lines();
    await portal.tell(...changed('contact', '1', 'lifecyclestage', [2, 'lead']));
    expect(await lines()).toEqual(before);
    const { rows } = await portal.query('select milestone, entered_at, exited_at from visit order by seq');
    expect(rows).toEqual([
      { milestone: 'LEAD', entered_at: day(2), exited_at: day(9) },
      { milestone: 'AQL', entered_at: day(9), exited_at: null },
    ]);
  });
});
