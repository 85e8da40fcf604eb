import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portalId, type PortalId } from '../../src/domain/values/ids.ts';
import { adjustBudget, takeCall } from '../../src/store/call-budget.ts';
import type { Database } from '../../src/store/database.ts';
import { holdLease, releaseLease, takeLease } from '../../src/store/lease-store.ts';
import { type Lane, type Lease, LeaseLostError } from '../../src/usecases/ports.ts';
import { eachStore } from '../support/stores.ts';

const WINDOW = { calls: 190, windowMs: 10_000 };

let portals = 0;
const newPortalId = (): PortalId => portalId(String(8_000 + (portals += 1)));

eachStore((store) => {
  let database: Database;

  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  describe('a lease', () => {
    const take = (portal: PortalId, owner: string, now: number) =>
      database.inPortal(portal, (tx) => takeLease(tx, portal, { name: 'decide', owner, now, forMs: 1_000 }));
    const taken = async (...args: Parameters<typeof take>): Promise<Lease> => {
      const lease = await take(...args);
      expect(lease).toBeDefined();
      return lease as Lease;
    };
    const hold = (lease: Lease, until: number) =>
      database.inPortal(lease.portalId, (tx) => holdLease(tx, lease, until));

    it('goes to exactly one of many that ask at once', async () => {
      const portal = newPortalId();
      const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => take(portal, `process ${i}`, 0)));
      expect(answers.filter((lease) => lease !== undefined)).toHaveLength(1);
    });

    it('is one for each portal and name', async () => {
      const [one, other] = [newPortalId(), newPortalId()];
      await taken(one, 'a', 0);
      await taken(other, 'b', 0);
      const second = await database.inPortal(one, (tx) =>
        takeLease(tx, one, { name: 'write', owner: 'b', now: 0, forMs: 1_000 }),
      );
      expect(second).toMatchObject({ owner: 'b', name: 'write' });
    });

    it('is renewed by its holder under the same fence, and passes on with a higher one when it has run out', async () => {
      const portal = newPortalId();
      const first = await taken(portal, 'a', 0);
      expect(await taken(portal, 'a', 900)).toEqual(first);
      expect(await take(portal, 'b', 1_900)).toBeUndefined();
      const next = await taken(portal, 'b', 1_901);
      expect(next.fence).toBe(first.fence + 1);
      expect((await taken(portal, 'a', 3_000)).fence).toBe(first.fence + 2);
    });

    it('is free at once when it was given back', async () => {
      const portal = newPortalId();
      const lease = await taken(portal, 'a', 0);
      await database.inPortal(portal, (tx) => releaseLease(tx, lease));
      expect((await taken(portal, 'b', 1)).fence).toBe(lease.fence + 1);
    });

    it('once lost can neither be held nor given back, also by the same owner after somebody else', async () => {
      const portal = newPortalId();
      const old = await taken(portal, 'a', 0);
      await taken(portal, 'b', 2_000);
      await expect(hold(old, 9_000)).rejects.toThrow(LeaseLostError);
      const again = await taken(portal, 'a', 4_000);
      await expect(hold(old, 9_000)).rejects.toThrow(LeaseLostError);
      await database.inPortal(portal, (tx) => releaseLease(tx, old));
      await hold(again, 9_000);
      expect(await take(portal, 'b', 8_000)).toBeUndefined();
    });
  });

  describe('the call budget', () => {
    const ask = (portal: PortalId, lane: Lane, now: number) =>
      database.inPortal(portal, (tx) => takeCall(tx, portal, lane, now, WINDOW));

    /** One caller after another asks and, when refused, comes back when it was told to; time is only counted. */
    const callsOf = (portal: PortalId, lanes: readonly Lane[], untilMs: number): Promise<number[]> =>
      database.inPortal(portal, async (tx) => {
        const calls: number[] = [];
        const turns = lanes.map((lane) => ({ lane, at: 0 }));
        for (;;) {
          const next = turns.reduce((first, turn) => (turn.at < first.at ? turn : first));
          if (next.at > untilMs) return calls;
          const wait = await takeCall(tx, portal, next.lane, next.at, WINDOW);
          if (wait > 0) next.at += wait;
          else calls.push(next.at);
        }
      });

    const most = (instants: readonly number[]): number =>
      Math.max(...instants.map((from) => instants.filter((at) => at >= from && at < from + WINDOW.windowMs).length));

    it('never lets more than what is announced through in any window, however many ask', async () => {
      const calls = await callsOf(newPortalId(), ['person', 'live', 'background'], 20_000);
      const busiest = most(calls);
      expect(busiest).toBeLessThanOrEqual(WINDOW.calls);
      expect(busiest).toBeGreaterThan(0.8 * WINDOW.calls);
    });

    it('holds after any pauses between bursts', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 150, maxLength: 250 }),
          async (gaps) => {
            const portal = newPortalId();
            const calls: number[] = [];
            let now = 0;
            await database.inPortal(portal, async (tx) => {
              for (const gap of gaps) {
                now += gap < 350 ? 0 : gap * 5;
                if ((await takeCall(tx, portal, 'person', now, WINDOW)) === 0) calls.push(now);
              }
            });
            expect(most(calls)).toBeLessThanOrEqual(WINDOW.calls);
          },
        ),
        { numRuns: 8 },
      );
    });

    it('lets background work have three quarters of the plan, and everybody else the rest', async () => {
      const alone = await callsOf(newPortalId(), ['background'], 20_000);
      const rate = (alone.length / 20_000) * WINDOW.windowMs;
      expect(rate).toBeLessThan(0.7 * WINDOW.calls);
      const portal = newPortalId();
      while ((await ask(portal, 'background', 0)) === 0);
      expect(await ask(portal, 'live', 0)).toBe(0);
    });

    it('makes everybody wait after a pause HubSpot asked for', async () => {
      const portal = newPortalId();
      await ask(portal, 'background', 0);
      await database.inPortal(portal, (tx) => adjustBudget(tx, portal, undefined, 5_000));
      for (const lane of ['person', 'live', 'background'] as const)
        expect(await ask(portal, lane, 100)).toBeGreaterThanOrEqual(4_900);
      expect(await ask(portal, 'person', 6_000)).toBe(0);
    });

    it('follows a smaller window as soon as it is announced', async () => {
      const portal = newPortalId();
      await ask(portal, 'live', 0);
      await database.inPortal(portal, (tx) => adjustBudget(tx, portal, { calls: 20, windowMs: 10_000 }, undefined));
      const calls = await callsOf(portal, ['person', 'live'], 25_000);
      expect(most(calls)).toBeLessThanOrEqual(20);
    });

    it('is one for all processes: a hundred that ask at once get no more than the burst', async () => {
      const portal = newPortalId();
      const waits = await Promise.all(Array.from({ length: 100 }, () => ask(portal, 'person', 0)));
      expect(waits.every(Number.isInteger)).toBe(true);
      const granted = waits.filter((wait) => wait === 0).length;
      expect(granted).toBeGreaterThan(0);
      expect(granted).toBeLessThanOrEqual(0.2 * WINDOW.calls);
    });
  });
});
