import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measurePortal } from '../../src/compose/measure-portal.ts';
import { DAY_MS } from '../../src/domain/values/instant.ts';
import { loadFolder } from '../../src/sandbox/load-folder.ts';
import { seededRandom } from '../../src/sandbox/random.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { generatePortal } from '../../src/sandbox/seed/generate-portal.ts';
import type { Database } from '../../src/store/database.ts';
import type { Measurement } from '../../src/usecases/measure.ts';
import { backendFor, type TestBackend } from '../support/backend.ts';
import { readFiles } from '../support/portal-folder.ts';
import { serverStore } from '../support/stores.ts';

const END = Date.UTC(2026, 5, 30);

/** First entries as they stood at $2; a win that was taken back is none. */
const ENTRIES = `
  with entry as (
    select distinct on (v.contact_id, v.attempt, v.milestone) v.contact_id, v.attempt, v.milestone, v.entered_at, v.dated
      from visit v join journey j using (portal_id, contact_id, attempt)
     where v.portal_id = $1 and j.excluded is null and v.entered_at <= $2
       and not (v.milestone = 'WON' and coalesce(v.exited_at <= $2, false))
     order by v.contact_id, v.attempt, v.milestone, v.entered_at, v.object_type, v.object_id, v.seq)`;

const PAIRS = `${ENTRIES}
  select f.milestone as "from", place.to, count(*)::int as entered, count(t.entered_at)::int as converted,
         count(*) filter (where f.dated and t.dated and t.entered_at >= f.entered_at)::int as n,
         percentile_cont(0.5) within group (order by (t.entered_at - f.entered_at) / 86400000.0)
           filter (where f.dated and t.dated and t.entered_at >= f.entered_at) as "medianDays"
    from entry f
    join unnest($3::text[], $4::text[]) as place("from", "to") on place."from" = f.milestone
    left join entry t on t.contact_id = f.contact_id and t.attempt = f.attempt and t.milestone = place.to
   group by 1, 2`;

describe('what the engine counts', () => {
  let database: Database;
  let backend: TestBackend;
  const store = serverStore();

  beforeAll(async () => {
    database = await store.open();
    const time = { now: END };
    const folder = await readFiles(generatePortal({ seed: 11, days: 240, endAt: END, contacts: 900, companies: 80 }));
    await using sandbox = await startSandbox({
      token: 't',
      clientSecret: 's',
      now: () => time.now,
      callsPerTenSeconds: 1_000_000,
    });
    loadFolder(sandbox.portal, folder);
    backend = await backendFor(database, sandbox, { token: 't', time, random: seededRandom(1) });
    await backend.untilDone(() => backend.work.sweep(backend.portalId, () => {}));
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const ask = async (text: string, values: unknown[]) =>
    (await database.inPortal(backend.portalId, (tx) => tx.query(text, values))).rows;
  const key = (pair: { from?: unknown; to?: unknown }) => `${String(pair.from)} → ${String(pair.to)}`;

  /** From the middle of the portal's life, when much was under way, to its end. */
  describe.each([120, 180, 240])('on day %i', (day) => {
    const asOf = END - (240 - day) * DAY_MS;
    let told: Measurement;
    beforeAll(async () => {
      told = (await measurePortal(database, backend.portalId, asOf)).measurement;
    });

    it('are the entries plain SQL finds', async () => {
      const found = await ask(
        `${ENTRIES} select milestone, count(*)::int as entered from entry group by 1 order by 1`,
        [backend.portalId, asOf],
      );
      const counted = told.stages
        .filter((stage) => stage.entered > 0)
        .map(({ id, entered }) => ({ milestone: id, entered }))
        .sort((a, b) => (a.milestone < b.milestone ? -1 : 1));
      expect(counted).toEqual(found);
      expect(counted.length).toBeGreaterThan(8);
    });

    it('are its conversions and median durations', async () => {
      const found = await ask(PAIRS, [
        backend.portalId,
        asOf,
        told.conversion.map((pair) => pair.from),
        told.conversion.map((pair) => pair.to),
      ]);
      const sql = new Map(found.map((row) => [key(row), row]));
      const durations = new Map(told.durations.map((pair) => [key(pair), pair]));
      expect(told.conversion).toHaveLength(15);
      for (const { from, to, entered, converted, rate } of told.conversion) {
        const { n, medianDays } = durations.get(key({ from, to })) ?? {};
        const { medianDays: median, ...counts } = sql.get(key({ from, to })) ?? {};
        expect(counts).toEqual({ from, to, entered, converted, n });
        expect(medianDays).toBeCloseTo(median as number, 9);
        expect(rate).toBeCloseTo(converted / entered, 12);
        expect(converted).toBeGreaterThan(0);
      }
    });

    it('is complete: every entry of a pair is converted, inferred, left or still open', () => {
      for (const { entered, converted, inferred, exited, open } of told.conversion) {
        const left = Object.values(exited).reduce((sum, count) => sum + count, 0);
        expect(converted + inferred + left + open).toBe(entered);
      }
    });
  });
});
