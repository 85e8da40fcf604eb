import { expect, test } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import { wilson } from '../values/ratio.ts';
import { recordId } from '../values/ids.ts';
import { DAY_MS } from '../values/instant.ts';
import type { Assessment } from './assess.ts';
import { compareReplays, type ReplayedAccount, type ReplayedPerson } from './compare-replays.ts';
import { type Fate, outcomesByCell } from './outcomes-by-cell.ts';
import type { Qualification } from './replay-person.ts';

const FROM = Date.UTC(2026, 5, 29);
const day = (n: number) => FROM + n * DAY_MS;
const NEVER: Fate = { sqoAt: [], wonAt: [], isOpen: false };

const inCell = (grade: string, band: string) => ({ score: { grade, band } }) as Assessment;
const lead = (id: string, at: number, cell?: Assessment): Qualification => ({
  ...{ contactId: recordId(id), at, startedAt: at, version: 1 },
  ...(cell ? { priority: 'P2', cause: 'gate', assessment: cell } : { priority: 'P1', cause: 'demo' }),
});
const none = { qualified: [], kept: [] };

const person = (id: string, over: Partial<ReplayedPerson> = {}): ReplayedPerson => ({
  ...{ contactId: id, segment: 'email', wonDealIds: [], fate: NEVER, current: none, draft: none, ...over },
});
const compared = (people: readonly ReplayedPerson[], accounts: readonly ReplayedAccount[] = []) =>
  compareReplays(
    { people, accounts },
    { from: FROM, until: day(10), minutesPerLead: 30, sdrs: 2, zone: 'UTC' },
    { current: SHIPPED_DEFINITIONS, draft: { version: 9, work: undefined } },
    { segmentBy: 'channel', unheard: [] },
  );

test('leads and accounts are counted by day and priority, and those that come and go are named', () => {
  const a1 = inCell('A', '1');
  const result = compared(
    [
      person('1', { current: { qualified: [lead('1', day(0))], kept: [] }, wonDealIds: ['501'] }),
      person('2', { draft: { qualified: [lead('2', day(3), a1), lead('2', day(9.5), a1)], kept: [] } }),
      person('3', { draft: { qualified: [], kept: [{ why: 'embargo' }] } }),
    ],
    [
      { companyId: '70', current: [{ id: '70', at: day(1), startedAt: day(1), priority: 'P4' }], draft: [] },
      { companyId: '71', current: [], draft: [{ id: '71', at: day(1), startedAt: day(1), priority: 'P3' }] },
    ],
  );
  expect(result.current).toMatchObject({ P1: 1, P2: 0, P3: 0, P4: 1, sdrHours: 1, aDay: { P1: 0.1, P4: 0.1 } });
  expect(result.draft).toMatchObject({ version: 9, P2: 2, P3: 1, sdrHours: 1.5, kept: { embargo: 1 }, breaches: null });
  expect(result.draft.perDay.map(({ P2, P3 }) => P2 + P3)).toEqual([0, 1, 0, 1, 0, 0, 0, 0, 0, 1]);
  expect(result.current.breaches).toMatchObject({ P1: 0, P4: 0, busiest: { day: '2026-06-29', offered: 1 } });
  expect(result).toMatchObject({
    ...{ added: { count: 1, contactIds: ['2'] }, dropped: { count: 1, contactIds: ['1'] } },
    ...{ accountsAdded: { count: 1, companyIds: ['71'] }, accountsDropped: { count: 1, companyIds: ['70'] } },
    ...{ wonGained: [], wonMissed: ['501'], sdrs: 2 },
  });
});

test('of many segments the largest are named and the rest is one', () => {
  const people = Array.from({ length: 25 }, (_, index) => {
    const id = String(index);
    const qualified = Array.from({ length: 25 - index }, () => lead(id, day(1)));
    return person(id, { segment: `s${id.padStart(2, '0')}`, current: { qualified, kept: [] } });
  });
  const { bySegment } = compared(people);
  expect(bySegment).toHaveLength(21);
  expect(bySegment[0]).toEqual({ segment: 's00', current: 25, draft: 0 });
  expect(bySegment.at(-1)).toEqual({ segment: 'others', current: 5 + 4 + 3 + 2 + 1, draft: 0 });
});

test('what became of people counts from when they first qualified, in the cell they were in then', () => {
  const b2 = inCell('B', '2');
  const outcome = (fate: Partial<Fate>, at = day(1)) => ({
    fate: { ...NEVER, ...fate },
    qualified: [lead('1', at, b2)],
  });
  expect(
    outcomesByCell([
      outcome({ sqoAt: [day(2)], isOpen: true }),
      outcome({ sqoAt: [day(2)], wonAt: [day(5)] }),
      // Before: that was an earlier attempt.
      outcome({ sqoAt: [day(0)], wonAt: [day(0.5)] }),
      outcome({ isOpen: true }),
      { fate: NEVER, qualified: [lead('9', day(1)), lead('9', day(4), inCell('A', '1'))] },
      { fate: { ...NEVER, isOpen: true }, qualified: [] },
    ]),
  ).toMatchObject([
    { cell: 'P1', people: 1, sqo: 0, won: 0, open: 0 },
    { cell: 'B2', people: 4, sqo: 2, won: 1, open: 2, sqoRate: { rate: null }, wonRate: { rate: null } },
  ]);
});

test('rates are told from twenty people on', () => {
  const people = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      fate: { ...NEVER, sqoAt: index < 5 ? [day(2)] : [] },
      qualified: [lead(String(index), day(1), inCell('A', '1'))],
    }));
  expect(outcomesByCell(people(19))[0]).toMatchObject({ sqo: 5, sqoRate: { rate: null, low: null } });
  expect(outcomesByCell(people(20))[0]?.sqoRate).toEqual(wilson(5, 20));
});
