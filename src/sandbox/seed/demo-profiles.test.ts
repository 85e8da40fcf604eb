import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readFiles } from '../../../test/support/portal-folder.ts';
import { REGIONS, type Region } from './demo-regions.ts';
import { generatePortal } from './generate-portal.ts';
import type { FolderRecord, PortalFolder } from './read-portal-folder.ts';

// Whole portals are made here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const HOUR = 3_600_000;
const endAt = Date.UTC(2026, 10, 24, 9, 30);
const startAt = endAt - 183 * 24 * HOUR;

/** Chi-square values that chance alone exceeds once in a thousand times, by degrees of freedom. */
const RARE = { 2: 13.8, 6: 22.5, 23: 49.7 };

function chiSquare(seen: readonly number[], weights: readonly number[]): number {
  const [n, whole] = [sum(seen), sum(weights)];
  return sum(weights.map((weight, index) => ((seen[index] ?? 0) - (n * weight) / whole) ** 2 / ((n * weight) / whole)));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const wallClock = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/** How many of the instants fall, by a zone's clock, on each weekday (Sunday first) and into each hour. */
function profileOf(instants: readonly number[], zone: string) {
  const [days, hours] = [Array<number>(7).fill(0), Array<number>(24).fill(0)];
  for (const at of instants) {
    const local = wallClock(at, zone);
    days[local.dayOfWeek % 7]! += 1;
    hours[local.hour]! += 1;
  }
  return { days, hours };
}

/** What is planted over the span: every hour of it with its weight. */
function plantedProfile({ timeZone, byWeekday, byHour }: Region) {
  const [days, hours] = [Array<number>(7).fill(0), Array<number>(24).fill(0)];
  for (let at = startAt; at < endAt; at += HOUR) {
    const local = wallClock(at, timeZone);
    const weight = (byWeekday[local.dayOfWeek % 7] ?? 0) * (byHour[local.hour] ?? 0);
    days[local.dayOfWeek % 7]! += weight;
    hours[local.hour]! += weight;
  }
  return { days, hours };
}

describe('leads come by', () => {
  let folder: PortalFolder;
  let byRegion: Map<Region, FolderRecord[]>;
  beforeAll(async () => {
    folder = await readFiles(generatePortal({ seed: 4, endAt }));
    const contacts = folder.records.filter(({ type }) => type === 'contact');
    byRegion = Map.groupBy(contacts, ({ properties }) => {
      const country = properties['country'] ?? '';
      return REGIONS.find(({ countries }: Region) => countries.includes(country)) ?? REGIONS[0];
    });
  });

  const arrivals = (region: Region) => (byRegion.get(region) ?? []).map(({ createdAt }) => createdAt);

  test('from the regions in their shares', () => {
    const seen = REGIONS.map((region) => arrivals(region).length);
    expect(
      chiSquare(
        seen,
        REGIONS.map(({ share }) => share),
      ),
    ).toBeLessThan(RARE[2]);
    expect(chiSquare(seen, [1, 1, 1])).toBeGreaterThan(RARE[2]);
  });

  test.each(REGIONS)('on the weekdays and at the hours of $name', (region) => {
    const seen = profileOf(arrivals(region), region.timeZone);
    const planted = plantedProfile(region);
    expect(chiSquare(seen.days, planted.days)).toBeLessThan(RARE[6]);
    expect(chiSquare(seen.hours, planted.hours)).toBeLessThan(RARE[23]);
    expect(chiSquare(seen.days, Array<number>(7).fill(1))).toBeGreaterThan(RARE[6]);
    expect(chiSquare(seen.hours, Array<number>(24).fill(1))).toBeGreaterThan(RARE[23]);
  });

  test.each(REGIONS)('by the clock of $name, not by those of the others', (region) => {
    for (const other of REGIONS.filter((each) => each !== region)) {
      const seen = profileOf(arrivals(region), other.timeZone);
      expect(chiSquare(seen.hours, plantedProfile(region).hours)).toBeGreaterThan(RARE[23]);
    }
  });

  test('and are looked after by people of their region, at work there', () => {
    const owners = new Map(folder.owners.map((owner) => [owner.id, owner]));
    const teamOf = new Map([...byRegion].flatMap(([{ name }, records]) => records.map(({ id }) => [id, name])));
    const calls = folder.history.filter(({ type, value }) => type === 'contact' && value === 'ATTEMPTED_TO_CONTACT');
    expect(calls.length).toBeGreaterThan(300);
    for (const { id, at, sourceId } of calls) {
      const owner = owners.get(sourceId.replace('userId:', ''));
      expect(owner?.team).toBe(teamOf.get(id));
      const local = wallClock(at, owner?.timezone ?? '');
      expect(local.dayOfWeek).toBeLessThan(6);
      expect(local.hour + local.minute / 60).toBeGreaterThanOrEqual(9);
      expect(local.hour + local.minute / 60).toBeLessThanOrEqual(17);
    }
  });
});
