import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { openDeliveries, storeDelivery } from '../../src/store/inbox-store.ts';
import { createStore } from '../../src/store/portal-store.ts';
import { commitObservations } from '../../src/usecases/commit-observations.ts';
import { LeaseLostError, type Observation } from '../../src/usecases/ports.ts';
import { rebuild } from '../../src/usecases/rebuild.ts';
import {
  changed,
  connectTestPortal,
  decided,
  deleted,
  linked,
  merged,
  restored,
  seen,
  type TestPortal,
} from '../support/history.ts';
import { day } from '../support/journey-builders.ts';
import { eachStore } from '../support/stores.ts';

/** A lead that came back once, was worked, and bought for 100 on day 9. */
const WON_DEAL: readonly Observation[] = [
  seen('contact', '1'),
  ...changed('contact', '1', 'lifecyclestage', [1, 'lead'], [3, 'marketingqualifiedlead'], [6, 'lead']),
  ...changed('contact', '1', 'hs_lead_status', [4, 'OPEN'], [5, 'BAD_TIMING']),
  ...changed('contact', '1', 'hs_analytics_source', [1, 'PAID_SEARCH']),
  seen('deal', '10', 7),
  linked('1', '10', 7),
  ...changed('deal', '10', 'dealstage', [7, 'appointmentscheduled'], [8, 'qualifiedtobuy'], [9, 'closedwon']),
  ...changed('deal', '10', 'amount', [7, '100']),
  ...changed('deal', '10', 'deal_currency_code', [7, 'USD']),
  ...changed('deal', '10', 'closedate', [7, '2026-02-01'], [9, '2026-01-10']),
];

eachStore((store) => {
  let database: Database;
  let portal: TestPortal;

  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());
  beforeEach(async () => {
    portal = await connectTestPortal(database);
  });

  const rows = async (text: string) => (await portal.query(text)).rows;
  const revenue = () =>
    rows(
      'select change, amount::float8 as amount, currency, close_date from revenue where amount <> 0 order by deal_id, seq',
    );
  const worth = () =>
    rows('select currency, sum(amount)::float8 as amount from revenue group by 1 having sum(amount) <> 0 order by 1');

  describe('a history', () => {
    it('becomes attempts, each with its source and its end', async () => {
      await portal.tell(...WON_DEAL);
      const columns = 'attempt, started_at, ended_milestone, ended_at, channel, deal_ids, early, excluded';
      expect(await rows(`select ${columns} from journey order by attempt`)).toEqual([
        {
          attempt: 1,
          started_at: day(1),
          ended_milestone: 'RECYCLED',
          ended_at: day(5),
          channel: 'paid_search',
          deal_ids: [],
          early: false,
          excluded: null,
        },
        {
          attempt: 2,
          started_at: day(6),
          ended_milestone: 'WON',
          ended_at: day(9),
          channel: 'paid_search',
          deal_ids: ['10'],
          early: false,
          excluded: null,
        },
      ]);
    });

    it('becomes visits, those of the deal under the attempt that led to it', async () => {
      await portal.tell(...WON_DEAL);
      const text =
        'select attempt, milestone, entered_at, exited_at from visit order by attempt, entered_at, milestone';
      const told = (await rows(text)).map((row) => Object.values(row));
      expect(told).toEqual([
        [1, 'LEAD', day(1), day(3)],
        [1, 'AQL', day(3), day(4)],
        [1, 'MAL', day(4), day(5)],
        [1, 'RECYCLED', day(5), null],
        [2, 'LEAD', day(6), day(7)],
        [2, 'MQO', day(7), day(8)],
        [2, 'SQO', day(8), day(9)],
        [2, 'WON', day(9), null],
      ]);
    });

    const CLOSE_DATE = '2026-01-10T00:00:00.000Z';

    it('puts amount, currency and close date of the win on the journey and into the ledger', async () => {
      await portal.tell(...WON_DEAL);
      const won = { won_amount: '100.0000', won_currency: 'USD', won_close_date: CLOSE_DATE };
      expect(await rows('select won_amount, won_currency, won_close_date from journey where attempt = 2')).toEqual([
        won,
      ]);
      expect(await revenue()).toEqual([{ change: 'won', amount: 100, currency: 'USD', close_date: CLOSE_DATE }]);
    });

    it('gives a deal nobody is linked to its own visits and revenue, and no journey', async () => {
      await portal.tell(...WON_DEAL.filter((each) => each.kind !== 'associated'));
      expect(await rows("select distinct contact_id from visit where object_type = 'deal'")).toEqual([
        { contact_id: null },
      ]);
      expect(await worth()).toEqual([{ currency: 'USD', amount: 100 }]);
      expect(await rows('select deal_ids from journey where deal_ids <> array[]::text[]')).toEqual([]);
    });

    it('takes a person who was deleted out of every figure, and brings them back when restored', async () => {
      await portal.tell(...WON_DEAL);
      const before = await decided(database, portal.id);
      await portal.tell(deleted('contact', '1', 20));
      expect(await rows('select distinct excluded from journey')).toEqual([{ excluded: 'deleted' }]);
      await portal.tell(restored('contact', '1', 21));
      expect(await decided(database, portal.id)).toEqual(before);
    });
  });

  describe('a won deal', () => {
    const OTHER = [
      seen('deal', '11', 7),
      ...changed('deal', '11', 'dealstage', [7, 'closedwon']),
      ...changed('deal', '11', 'amount', [7, '30']),
      ...changed('deal', '11', 'deal_currency_code', [7, 'USD']),
    ];
    const reversals: [string, Observation[], string[], { currency: string; amount: number }[]][] = [
      ['reopened', changed('deal', '10', 'dealstage', [12, 'qualifiedtobuy']), ['won', 'reopened'], []],
      [
        'reopened and won again for less',
        [
          ...changed('deal', '10', 'dealstage', [12, 'qualifiedtobuy'], [15, 'closedwon']),
          ...changed('deal', '10', 'amount', [14, '60']),
        ],
        ['won', 'reopened', 'won'],
        [{ currency: 'USD', amount: 60 }],
      ],
      [
        'lowered',
        changed('deal', '10', 'amount', [12, '80.5']),
        ['won', 'amended'],
        [{ currency: 'USD', amount: 80.5 }],
      ],
      [
        'moved to another currency',
        changed('deal', '10', 'deal_currency_code', [12, 'EUR']),
        ['won', 'amended', 'amended'],
        [{ currency: 'EUR', amount: 100 }],
      ],
      ['left without an amount', changed('deal', '10', 'amount', [12, '']), ['won', 'amended'], []],
      ['deleted', [deleted('deal', '10', 12)], ['won', 'deleted'], []],
      [
        'merged into another won deal',
        [...OTHER, merged('deal', '10', '11', 12)],
        ['won', 'merged', 'won'],
        [{ currency: 'USD', amount: 30 }],
      ],
    ];

    it.each(reversals)('%s: the lines sum to what it is still worth', async (_name, later, changes, sums) => {
      await portal.tell(...WON_DEAL);
      await portal.tell(...later);
      expect((await revenue()).map((line) => line['change'])).toEqual(changes);
      expect(await worth()).toEqual(sums);
    });

    it.each(reversals)('%s: comes to the same when told in one piece', async (_name, later) => {
      await portal.tell(...WON_DEAL);
      await portal.tell(...later);
      const whole = await connectTestPortal(database);
      await whole.tell(...WON_DEAL, ...later);
      expect(await decided(database, whole.id)).toEqual(await decided(database, portal.id));
    });

    it('reopened opens its journey again, without the money', async () => {
      await portal.tell(...WON_DEAL, ...changed('deal', '10', 'dealstage', [12, 'qualifiedtobuy']));
      expect(await rows('select ended_milestone, won_amount from journey where attempt = 2')).toEqual([
        { ended_milestone: null, won_amount: null },
      ]);
    });

    it('merged away keeps its own past, so that the journey goes on with the survivor', async () => {
      await portal.tell(...WON_DEAL, ...OTHER, merged('deal', '10', '11', 12));
      expect(await rows('select deal_id, excluded from deal order by 1')).toEqual([
        { deal_id: '10', excluded: 'merged' },
        { deal_id: '11', excluded: null },
      ]);
      expect(await rows('select deal_ids, won_amount from journey where deal_ids <> array[]::text[]')).toEqual([
        { deal_ids: ['11'], won_amount: '30.0000' },
      ]);
    });
  });

  describe('a lease lost to another process', () => {
    it('leaves nothing behind: no history, no decision, and the delivery still open', async () => {
      await database.inPortal(portal.id, (tx) => storeDelivery(tx, portal.id, '[]', day(1)));
      const inbox = await database.inPortal(portal.id, (tx) => openDeliveries(tx, portal.id, 10));
      const other = createStore(database, 'another process', () => day(101));
      expect(await other.takeLease(portal.id, 'decide')).toBeDefined();

      const late = commitObservations(portal.id, portal.lease, { observations: WON_DEAL, inbox }, portal);
      await expect(late).rejects.toThrow(LeaseLostError);
      for (const table of ['event', 'record', 'association', 'journey', 'visit', 'deal', 'revenue', 'outbox'])
        expect(await rows(`select count(*)::int as n from ${table}`)).toEqual([{ n: 0 }]);
      expect(await database.inPortal(portal.id, (tx) => openDeliveries(tx, portal.id, 10))).toEqual(inbox);
      await expect(rebuild(portal.id, portal.lease, { ...portal, report: () => {} })).rejects.toThrow(LeaseLostError);
    });
  });

  describe('a rebuild', () => {
    const CROWD = Array.from({ length: 250 }, (_, i) => String(1_000 + i)).flatMap((id) => [
      seen('contact', id),
      ...changed('contact', id, 'lifecyclestage', [2, 'lead']),
    ]);

    it('from the history alone comes to what was decided step by step, also after everything decided was lost', async () => {
      for (const each of WON_DEAL) await portal.tell(each);
      await portal.tell(...CROWD);
      await portal.tell(seen('contact', '2'), ...changed('contact', '2', 'lifecyclestage', [2, 'lead']));
      await portal.tell(merged('contact', '2', '1', 13), ...changed('deal', '10', 'amount', [14, '70']));
      const before = await decided(database, portal.id);
      for (const table of ['journey', 'visit', 'deal', 'revenue']) await portal.query(`delete from ${table}`);

      const pages: number[] = [];
      const count = await rebuild(portal.id, portal.lease, { ...portal, report: (records) => pages.push(records) });
      expect(await decided(database, portal.id)).toEqual(before);
      expect(count).toBe(253);
      expect(pages).toHaveLength(2);
    });

    it('leaves nothing to write where HubSpot says all of it already', async () => {
      await portal.tell(...WON_DEAL);
      await portal.query('update outbox set confirmed = desired, pending = false');
      await rebuild(portal.id, portal.lease, { ...portal, report: () => {} });
      expect(await rows('select object_id from outbox where pending')).toEqual([]);
    });
  });
});
