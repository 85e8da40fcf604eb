import { describe, expect, it } from 'vitest';
import { portalId } from '../domain/values/ids.ts';
import { DAY_MS, MINUTE_MS } from '../domain/values/instant.ts';
import { HubSpotUnavailableError, type Lease } from './ports.ts';
import type { OpenRow, RowNeeds } from './take-in-row.ts';
import { takeInRows } from './take-in-rows.ts';

const PORTAL = portalId('1');
const LEASE: Lease = { portalId: PORTAL, name: 'decide', owner: 'o', fence: 1 };

/** Rows in a table of their own; HubSpot fails at whoever is asked for together with `poison`. */
function bench(emails: readonly string[], fault: (asked: readonly string[]) => Error | undefined) {
  const rows = emails.map((email, index) => ({
    rowId: index,
    intakeId: 'i',
    receivedAt: 0,
    lane: 10,
    attempts: 0,
    dueAt: 0,
    outcome: 'waiting',
    content: { kind: 'told', of: { type: 'contact', email }, property: 'l2r_touch', value: 'call||', at: 0 } as const,
  }));
  const state = { now: 0, faults: 0, rounds: 0 };
  const needs = {
    clock: () => state.now,
    store: { inPortal: () => Promise.resolve({ portalId: PORTAL }) },
    gateway: {
      peopleByEmail: (asked: readonly string[]) => {
        const failed = fault(asked);
        return failed ? Promise.reject(failed) : Promise.resolve([]);
      },
    },
    unknownRecords: () => Promise.resolve([]),
    openRows: (_: unknown, limit: number): Promise<OpenRow[]> =>
      Promise.resolve(
        rows
          .filter(({ outcome, dueAt }) => outcome === 'waiting' && dueAt <= state.now)
          .sort((a, b) => a.attempts - b.attempts || a.rowId - b.rowId)
          .slice(0, limit),
      ),
    finishRows: (_: unknown, outcomes: readonly { rowId: number; outcome: string; why?: string }[]) => {
      for (const each of outcomes) Object.assign(rows[each.rowId] ?? {}, each);
      return Promise.resolve();
    },
    putOff: (_: unknown, rowIds: readonly number[], dueAt: number) => {
      for (const rowId of rowIds)
        Object.assign(rows[rowId] ?? {}, { dueAt, attempts: (rows[rowId]?.attempts ?? 0) + 1 });
      return Promise.resolve();
    },
    failed: () => void (state.faults += 1),
  } as unknown as RowNeeds;
  const drain = async () => {
    while (await takeInRows(PORTAL, LEASE, needs)) state.rounds += 1;
  };
  return { rows, state, drain, needs };
}

describe('rows from outside', () => {
  it('that fail are tried alone, keep nobody else waiting, and are given up after a day', async () => {
    const emails = Array.from({ length: 60 }, (_, index) => `p${index}`);
    const { rows, state, drain } = bench(emails, (asked) =>
      asked.includes('p7') ? new Error('p7 is odd') : undefined,
    );
    await drain();
    state.now = MINUTE_MS;
    await drain();
    expect(rows.filter(({ outcome }) => outcome === 'waiting').map(({ rowId }) => rowId)).toEqual([7]);
    for (; state.now < DAY_MS && rows[7]?.outcome === 'waiting'; state.now += MINUTE_MS) await drain();
    expect(rows[7]).toMatchObject({ outcome: 'rejected', attempts: 7 });
    expect(state.faults).toBe(8);
    expect(state.now).toBeGreaterThan(12 * 60 * MINUTE_MS);
  });

  it('wait as they are while HubSpot cannot be reached', async () => {
    const { rows, drain, state } = bench(['a', 'b'], () => new HubSpotUnavailableError('away', 'unavailable', 5));
    await expect(drain()).rejects.toThrow(HubSpotUnavailableError);
    expect(rows.map(({ outcome, attempts }) => [outcome, attempts])).toEqual([
      ['waiting', 0],
      ['waiting', 0],
    ]);
    expect(state.faults).toBe(0);
  });
});
