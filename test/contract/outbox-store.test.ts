import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS, SECOND_MS } from '../../src/domain/values/instant.ts';
import type { Database } from '../../src/store/database.ts';
import {
  dueWrites,
  enqueue,
  mergeWrites,
  nextDueAt,
  postponeWrites,
  settleWrites,
  withdraw,
} from '../../src/store/outbox-store.ts';
import { drainOutbox, type WriteNeeds } from '../../src/usecases/drain-outbox.ts';
import {
  HubSpotUnavailableError,
  type OutgoingRecord,
  type PropertyWrite,
  type WriteOutcome,
} from '../../src/usecases/ports.ts';
import { connectTestPortal, merged, seen, type TestPortal } from '../support/history.ts';
import { eachStore } from '../support/stores.ts';

type Values = Record<string, string>;
type Answer = (write: PropertyWrite) => WriteOutcome | undefined;

const written: Answer = ({ id }) => ({ id, kind: 'written' });
const refused: Answer = ({ id }) => ({ id, kind: 'refused', reason: 'VALIDATION_ERROR' });
/** HubSpot confirms a batch and does not mention the record. */
const forgotten: Answer = () => undefined;

eachStore((store) => {
  let database: Database;
  let portal: TestPortal;
  let now: number;
  let calls: PropertyWrite[][];
  /** What the records say in HubSpot, as far as calls of this test changed them. */
  let hubspot: Map<string, Values>;

  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());
  beforeEach(async () => {
    now = 1_000;
    calls = [];
    hubspot = new Map();
    portal = await connectTestPortal(database, () => now);
  });

  const wish = (id: string, desired: Values, more: Partial<OutgoingRecord> = {}) =>
    database.inPortal(portal.id, (tx) =>
      enqueue(tx, portal.id, [{ type: 'contact', id, lane: 10, desired, ...more }], now),
    );
  const due = () => database.inPortal(portal.id, (tx) => nextDueAt(tx, portal.id));

  /** Sends what is due to a HubSpot that carries every write out and answers as told. */
  function drain(answer: Answer = written, more: Partial<WriteNeeds> = {}): Promise<number> {
    const inPortal = <T>(work: Parameters<typeof database.inPortal<T>>[1]) => database.inPortal(portal.id, work);
    const writeRecords = (type: string, writes: readonly PropertyWrite[]) => {
      calls.push([...writes]);
      const answers = writes.map((write) => ({ write, outcome: answer(write) }));
      for (const { write, outcome } of answers) if (outcome?.kind !== 'refused') carryOut(type, write);
      return Promise.resolve(answers.flatMap(({ outcome }) => outcome ?? []));
    };
    return drainOutbox(portal.id, {
      gateway: { writeRecords } as unknown as WriteNeeds['gateway'],
      clock: () => now,
      dueWrites: (id, limit) => inPortal((tx) => dueWrites(tx, id, now, limit)),
      settle: (id, ...outcome) => inPortal((tx) => settleWrites(tx, id, ...outcome)),
      postpone: (id, rows, until) => inPortal((tx) => postponeWrites(tx, id, rows, until)),
      refused: () => {},
      beforeSend: () => Promise.resolve(),
      afterSend: () => Promise.resolve(),
      ...more,
    });
  }

  function carryOut(type: string, { id, properties }: PropertyWrite): void {
    const values = { ...hubspot.get(`${type} ${id}`), ...properties };
    hubspot.set(`${type} ${id}`, Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')));
  }

  const sent = () => calls.flat().map(({ id, properties }) => [id, properties]);

  describe('what a record should say', () => {
    it('is written once; the same again writes nothing', async () => {
      await wish('1', { l2r_stage: 'LEAD', l2r_attempt: '1' });
      expect(await drain()).toBe(1);
      await wish('1', { l2r_attempt: '1', l2r_stage: 'LEAD' });
      expect(await drain()).toBe(0);
      expect(sent()).toEqual([['1', { l2r_stage: 'LEAD', l2r_attempt: '1' }]]);
      expect(await due()).toBeUndefined();
    });

    it('is no work when there is nothing to say', async () => {
      await wish('1', {});
      expect(await due()).toBeUndefined();
    });

    it('goes out with only what differs; what is gone is cleared', async () => {
      await wish('1', { l2r_stage: 'LEAD', l2r_attempt: '1', l2r_days_in_stage: '3.0' });
      await drain();
      await wish('1', { l2r_stage: 'AQL', l2r_attempt: '1' });
      await drain();
      expect(sent().at(-1)).toEqual(['1', { l2r_stage: 'AQL', l2r_days_in_stage: '' }]);
      expect(hubspot.get('contact 1')).toEqual({ l2r_stage: 'AQL', l2r_attempt: '1' });
    });

    it('that went back to what HubSpot says before it was sent needs no call', async () => {
      await wish('1', { l2r_stage: 'LEAD' });
      await drain();
      await wish('1', { l2r_stage: 'AQL' });
      await wish('1', { l2r_stage: 'LEAD' });
      await drain();
      expect(calls).toHaveLength(1);
    });

    it('that changes while a write is on its way is written afterwards', async () => {
      await wish('1', { l2r_stage: 'LEAD' });
      let isFirst = true;
      await drain(written, {
        afterSend: async () => {
          if (isFirst) await wish('1', { l2r_stage: 'AQL' });
          isFirst = false;
        },
      });
      expect(hubspot.get('contact 1')).toEqual({ l2r_stage: 'AQL' });
      expect(sent()).toEqual([
        ['1', { l2r_stage: 'LEAD' }],
        ['1', { l2r_stage: 'AQL' }],
      ]);
    });
  });

  describe('a record HubSpot refuses', () => {
    const oneRefused: Answer = (write) => (write.id === '1' ? refused(write) : written(write));

    it('is set aside with the reason, and only that one', async () => {
      await wish('1', { l2r_stage: 'LEAD' });
      await wish('2', { l2r_stage: 'LEAD' });
      await drain(oneRefused);
      now += 24 * HOUR_MS;
      expect(await drain()).toBe(0);
      const { rows } = await portal.query('select object_id, parked_reason, pending from outbox order by 1');
      expect(rows).toEqual([
        { object_id: '1', parked_reason: 'VALIDATION_ERROR', pending: true },
        { object_id: '2', parked_reason: null, pending: false },
      ]);
    });

    it('stays aside for the same wish, and is tried at once for another', async () => {
      await wish('1', { l2r_stage: 'LEAD' });
      await drain(oneRefused);
      await wish('1', { l2r_stage: 'LEAD' });
      expect(await drain()).toBe(0);
      await wish('1', { l2r_stage: 'AQL' });
      expect(await drain()).toBe(1);
      expect(hubspot.get('contact 1')).toEqual({ l2r_stage: 'AQL' });
    });
  });

  describe('an unknown outcome', () => {
    it('is tried again later and later, and nothing changes by it', async () => {
      await wish('1', { l2r_stage: 'LEAD' });
      const pauses: number[] = [];
      for (let round = 0; round < 12; round += 1) {
        expect(await drain(forgotten)).toBe(1);
        const next = (await due()) ?? Number.NaN;
        pauses.push((next - now) / SECOND_MS);
        now = next;
      }
      expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 1_800, 1_800]);
      await drain();
      expect(await due()).toBeUndefined();
      expect(hubspot.get('contact 1')).toEqual({ l2r_stage: 'LEAD' });
    });

    it('of a portal that cannot be reached puts all off together and counts no attempt', async () => {
      await wish('1', { l2r_stage: 'LEAD' });
      await wish('2', { l2r_stage: 'LEAD' });
      const down = () => Promise.reject(new HubSpotUnavailableError('down', 'unavailable', now + HOUR_MS));
      expect(await drain(written, { beforeSend: down })).toBe(0);
      expect(await due()).toBe(now + HOUR_MS);
      expect(await drain()).toBe(0);
      const { rows } = await portal.query('select distinct attempts from outbox');
      expect(rows).toEqual([{ attempts: 0 }]);
      now += HOUR_MS;
      expect(await drain()).toBe(2);
    });

    it('as after a crash between the answer and our record of it is sent once more, harmlessly', async () => {
      await wish('1', { l2r_stage: 'LEAD' });
      const crash = () => Promise.reject(new Error('killed'));
      await expect(drain(written, { afterSend: crash })).rejects.toThrow('killed');
      await expect(drain(written, { settle: crash })).rejects.toThrow('killed');
      const before = new Map(hubspot);
      await drain();
      expect(sent()).toEqual(Array.from({ length: 3 }, () => ['1', { l2r_stage: 'LEAD' }]));
      expect(hubspot).toEqual(before);
      expect(await due()).toBeUndefined();
    });
  });

  describe('the order', () => {
    it('is by lane, then type; each call has one type and at most a hundred records', async () => {
      for (let id = 1; id <= 130; id += 1) await wish(String(id), { l2r_stage: 'LEAD' }, { lane: 30 });
      await wish('900', { l2r_stage: 'LEAD' }, { lane: 20 });
      await wish('901', { l2r_date_entered_sqo: 'now' }, { lane: 10, type: 'deal' });
      await wish('902', { l2r_stage: 'LEAD' }, { lane: 10 });
      await drain();
      expect(calls.map((writes) => writes.length)).toEqual([1, 1, 1, 100, 30]);
      expect(calls.slice(0, 3).flat()).toMatchObject([
        { type: 'contact', id: '902' },
        { type: 'deal', id: '901' },
        { type: 'contact', id: '900' },
      ]);
    });
  });

  describe('a record that is gone', () => {
    it('is not written to; when it comes back, it is told what it missed', async () => {
      await wish('1', { l2r_stage: 'LEAD' });
      await drain();
      await wish('1', { l2r_stage: 'AQL' });
      await drain(refused);
      await database.inPortal(portal.id, (tx) => withdraw(tx, portal.id, [{ type: 'contact', id: '1' }]));
      expect(await drain()).toBe(0);
      await wish('1', { l2r_stage: 'AQL' });
      await drain();
      expect(hubspot.get('contact 1')).toEqual({ l2r_stage: 'AQL' });
    });

    it('by a merge leaves the survivor in doubt: all that either said is written or cleared once more', async () => {
      await wish('1', { l2r_stage: 'LEAD', l2r_attempt: '1' });
      await wish('2', { l2r_stage: 'MAL', l2r_days_in_stage: '2.0' });
      await drain();
      // HubSpot: the survivor's values win, those it lacks come from the other.
      hubspot.set('contact 1', { l2r_stage: 'LEAD', l2r_attempt: '1', l2r_days_in_stage: '2.0' });
      await portal.tell(seen('contact', '1'), seen('contact', '2'), merged('contact', '2', '1', 1));
      await wish('1', { l2r_stage: 'MAL', l2r_attempt: '1' });
      await drain();
      expect(sent().at(-1)).toEqual(['1', { l2r_stage: 'MAL', l2r_attempt: '1', l2r_days_in_stage: '' }]);
      expect(hubspot.get('contact 1')).toEqual({ l2r_stage: 'MAL', l2r_attempt: '1' });
    });

    it('by a merge while a write was on its way does not count that write as the last word', async () => {
      await portal.tell(seen('contact', '1'), seen('contact', '2'), merged('contact', '2', '1', 1));
      await wish('1', { l2r_stage: 'LEAD' });
      await wish('2', { l2r_days_in_stage: '2.0' });
      let isFirst = true;
      await drain(written, {
        afterSend: async () => {
          if (!isFirst) return;
          isFirst = false;
          hubspot.set('contact 1', { l2r_stage: 'LEAD', l2r_days_in_stage: '2.0' });
          const merge = { type: 'contact', from: '2', into: '1' };
          await database.inPortal(portal.id, (tx) => mergeWrites(tx, portal.id, merge));
        },
      });
      expect(hubspot.get('contact 1')).toEqual({ l2r_stage: 'LEAD' });
    });
  });
});
